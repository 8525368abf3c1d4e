"""Run by Alembic: migrate the connection that `procure_desktop.store.revision` hands over."""

from alembic import context

from procure_desktop.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
