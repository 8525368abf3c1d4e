"""The first tables: office, officers, lists, commitments, documents, donations, journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "announcement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement")),
        sqlite_strict=True,
    )
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
        sqlite_strict=True,
    )
    op.create_index("ix_journal_subject", "journal", ["subject", "number"], unique=False)
    op.create_table(
        "number_series",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("last > 0", name=op.f("ck_number_series_last")),
        sa.PrimaryKeyConstraint("series", "year", name=op.f("pk_number_series")),
        sqlite_strict=True,
    )
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("nation", sa.Text(), nullable=False),
        sa.Column("ministry", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("highest_marking", sa.Text(), nullable=False),
        sa.Column("demo", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "highest_marking IN ('UNMARKED', 'NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO "
            "CONFIDENTIAL', 'NATO SECRET')",
            name=op.f("ck_office_highest_marking"),
        ),
        sa.CheckConstraint("demo IN (0, 1)", name=op.f("ck_office_demo")),
        sa.CheckConstraint("id = 1", name=op.f("ck_office_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sqlite_strict=True,
    )
    op.create_table(
        "officer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("certificate", sa.Text(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.Column("certificate_until", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
        sa.UniqueConstraint("name", name=op.f("uq_officer_name")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_officer_fingerprint",
        "officer",
        ["fingerprint"],
        unique=True,
        sqlite_where=sa.text("fingerprint != ''"),
    )
    op.create_table(
        "trust",
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("metadata", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("role", name=op.f("pk_trust")),
        sqlite_strict=True,
    )
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("rate_national", sa.Text(), nullable=False),
        sa.Column("rate_usd", sa.Text(), nullable=False),
        sa.Column("rate_day", sa.Text(), nullable=False),
        sa.Column("rate_source", sa.Text(), nullable=False),
        sa.Column("budget_line", sa.Text(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("money_source", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("validity", sa.Text(), nullable=True),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("national", WHOLE, nullable=False),
        sa.Column("usd", WHOLE, nullable=False),
        sa.Column("prepared_by", sa.Integer(), nullable=False),
        sa.Column("authorised_by", sa.Integer(), nullable=True),
        sa.Column("drafted_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "marking IN ('UNMARKED', 'NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO CONFIDENTIAL', 'NATO SECRET')",
            name=op.f("ck_commitment_marking"),
        ),
        sa.CheckConstraint(
            "money_source IN ('new', 'existing')", name=op.f("ck_commitment_money_source")
        ),
        sa.CheckConstraint(
            "state <> 'authorised' OR authorised_by IS NOT NULL",
            name=op.f("ck_commitment_authorised"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'returned', 'authorised', 'withdrawn')",
            name=op.f("ck_commitment_state"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('submitted', 'authorised', 'returned') OR number IS NOT NULL",
            name=op.f("ck_commitment_submitted"),
        ),
        sa.CheckConstraint("(number IS NULL) = (version = 0)", name=op.f("ck_commitment_numbered")),
        sa.CheckConstraint(
            "authorised_by IS NULL OR authorised_by <> prepared_by",
            name=op.f("ck_commitment_two_officers"),
        ),
        sa.CheckConstraint("national > 0 AND usd > 0", name=op.f("ck_commitment_amounts")),
        sa.ForeignKeyConstraint(
            ["authorised_by"], ["officer.id"], name=op.f("fk_commitment_authorised_by")
        ),
        sa.ForeignKeyConstraint(
            ["prepared_by"], ["officer.id"], name=op.f("fk_commitment_prepared_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sa.UniqueConstraint("number", name=op.f("uq_commitment_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "list_release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("issued", sa.Text(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("illustrative", sa.Integer(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("imported_at", sa.Text(), nullable=False),
        sa.Column("imported_by", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "marking IN ('UNMARKED', 'NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO CONFIDENTIAL', 'NATO SECRET')",
            name=op.f("ck_list_release_marking"),
        ),
        sa.CheckConstraint("illustrative IN (0, 1)", name=op.f("ck_list_release_illustrative")),
        sa.ForeignKeyConstraint(
            ["imported_by"], ["officer.id"], name=op.f("fk_list_release_imported_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_release")),
        sa.UniqueConstraint("serial", "version", name=op.f("uq_list_release_serial_version")),
        sa.UniqueConstraint("sha256", name=op.f("uq_list_release_sha256")),
        sqlite_strict=True,
    )
    op.create_table(
        "officer_role",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "role IN ('preparer', 'authoriser', 'auditor', 'administrator')",
            name=op.f("ck_officer_role_role"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_officer_role_officer_id")
        ),
        sa.PrimaryKeyConstraint("officer_id", "role", name=op.f("pk_officer_role")),
        sqlite_strict=True,
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("unsigned", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("record_sha256", sa.Text(), nullable=False),
        sa.Column("prepared_fingerprint", sa.Text(), nullable=False),
        sa.Column("authorised_fingerprint", sa.Text(), nullable=True),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("frozen_at", sa.Text(), nullable=False),
        sa.Column("authorised_at", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(authorised_fingerprint IS NULL) = (authorised_at IS NULL)",
            name=op.f("ck_document_authorised"),
        ),
        sa.CheckConstraint(
            "authorised_fingerprint <> prepared_fingerprint", name=op.f("ck_document_two_signers")
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_document_commitment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint(
            "commitment_id", "version", name=op.f("uq_document_commitment_id_version")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("package", sa.Text(), nullable=False),
        sa.Column("capability", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_uk", sa.Text(), nullable=False),
        sa.Column("nsn", sa.Text(), nullable=False),
        sa.Column("nsn_verified", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("required", sa.Integer(), nullable=False),
        sa.Column("validated", sa.Integer(), nullable=False),
        sa.Column("funded", sa.Integer(), nullable=False),
        sa.Column("donated", sa.Integer(), nullable=False),
        sa.Column("delivered", sa.Integer(), nullable=False),
        sa.Column("issued_outstanding", sa.Integer(), nullable=False),
        sa.Column("unit_price", WHOLE, nullable=False),
        sa.Column("price_basis", sa.Text(), nullable=False),
        sa.Column("price_day", sa.Text(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("required_by", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("us_quantity", sa.Integer(), nullable=False),
        sa.Column("us_source", sa.Text(), nullable=False),
        sa.Column("lead_months", sa.Integer(), nullable=False),
        sa.Column("releasable", sa.Integer(), nullable=False),
        sa.Column("substitutes", sa.Text(), nullable=False),
        sa.Column("controls", sa.Text(), nullable=False),
        sa.Column("stamps", sa.Text(), nullable=False),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), server_default="0", nullable=False),
        sa.Column("outstanding", sa.Integer(), nullable=False),
        sa.Column("outstanding_usd", WHOLE, nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "capability IN ('air defence', 'artillery', 'armour', 'air', 'maritime', 'uncrewed "
            "systems', 'electronic warfare', 'demining', 'logistics', 'medical', 'individual "
            "equipment')",
            name=op.f("ck_line_capability"),
        ),
        sa.CheckConstraint("colour IN ('green', 'yellow', 'red')", name=op.f("ck_line_colour")),
        sa.CheckConstraint(
            "marking IN ('UNMARKED', 'NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO CONFIDENTIAL', 'NATO SECRET')",
            name=op.f("ck_line_marking"),
        ),
        sa.CheckConstraint("us_source IN ('stock', 'production')", name=op.f("ck_line_us_source")),
        sa.CheckConstraint("issued_outstanding >= 0", name=op.f("ck_line_issued_outstanding")),
        sa.CheckConstraint("nsn_verified IN (0, 1)", name=op.f("ck_line_nsn_verified")),
        sa.CheckConstraint("priority BETWEEN 1 AND 15", name=op.f("ck_line_priority")),
        sa.CheckConstraint("releasable IN (0, 1)", name=op.f("ck_line_releasable")),
        sa.CheckConstraint("unit_price > 0", name=op.f("ck_line_unit_price")),
        sa.CheckConstraint("urgent IN (0, 1)", name=op.f("ck_line_urgent")),
        sa.CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_line_withdrawn")),
        sa.ForeignKeyConstraint(
            ["release_id"], ["list_release.id"], name=op.f("fk_line_release_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line")),
        sa.UniqueConstraint("reference", name=op.f("uq_line_reference")),
        sqlite_strict=True,
    )
    op.create_index("ix_line_rank", "line", ["rank", "id"], unique=False)
    op.create_index("ix_line_release_id", "line", ["release_id"], unique=False)
    op.create_table(
        "package",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("target_usd", WHOLE, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["list_release.id"], name=op.f("fk_package_release_id")
        ),
        sa.PrimaryKeyConstraint("release_id", "code", name=op.f("pk_package")),
        sqlite_strict=True,
    )
    op.create_table(
        "commitment_line",
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("ordered_quantity", sa.Integer(), nullable=True),
        sa.Column("ordered_amount", WHOLE, nullable=True),
        sa.Column("ordered_currency", sa.Text(), nullable=True),
        sa.Column("unit_price", WHOLE, nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("remainder", WHOLE, nullable=False),
        sa.Column("usd", WHOLE, nullable=False),
        sa.Column("national", WHOLE, nullable=False),
        sa.CheckConstraint(
            "(ordered_quantity IS NULL) <> (ordered_amount IS NULL)",
            name=op.f("ck_commitment_line_one_order"),
        ),
        sa.CheckConstraint(
            "usd = quantity * unit_price + remainder", name=op.f("ck_commitment_line_usd")
        ),
        sa.CheckConstraint(
            "usd > 0 AND national > 0 AND quantity >= 0 AND remainder >= 0",
            name=op.f("ck_commitment_line_amounts"),
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_commitment_line_commitment_id")
        ),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_commitment_line_line_id")),
        sa.PrimaryKeyConstraint("commitment_id", "position", name=op.f("pk_commitment_line")),
        sa.UniqueConstraint(
            "commitment_id", "line_id", name=op.f("uq_commitment_line_commitment_id_line_id")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_commitment_line_line_id", "commitment_line", ["line_id"], unique=False)
    op.create_table(
        "donation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("depot", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("serials", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("acquisition", WHOLE, nullable=True),
        sa.Column("net_book", WHOLE, nullable=True),
        sa.Column("like_replacement", WHOLE, nullable=True),
        sa.Column("new_replacement", WHOLE, nullable=True),
        sa.Column("quoted_basis", sa.Text(), nullable=False),
        sa.Column("valued_on", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("logged_by", sa.Integer(), nullable=False),
        sa.Column("logged_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "condition IN ('new', 'serviceable', 'repairable', 'for parts')",
            name=op.f("ck_donation_condition"),
        ),
        sa.CheckConstraint(
            "origin IN ('US-origin', 'other origin')", name=op.f("ck_donation_origin")
        ),
        sa.CheckConstraint(
            "quoted_basis IN ('acquisition', 'net book', 'like-for-like replacement', 'new replacement')",
            name=op.f("ck_donation_quoted_basis"),
        ),
        sa.CheckConstraint("state IN ('offered', 'cancelled')", name=op.f("ck_donation_state")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_donation_quantity")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_donation_line_id")),
        sa.ForeignKeyConstraint(["logged_by"], ["officer.id"], name=op.f("fk_donation_logged_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_donation")),
        sa.UniqueConstraint("number", name=op.f("uq_donation_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=True),
        sa.Column("donation_id", sa.Integer(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("remainder", WHOLE, nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "(commitment_id IS NULL) <> (donation_id IS NULL)", name=op.f("ck_hold_one_holder")
        ),
        sa.CheckConstraint("active IN (0, 1)", name=op.f("ck_hold_active")),
        sa.CheckConstraint("counted IN (0, 1)", name=op.f("ck_hold_counted")),
        sa.CheckConstraint(
            "quantity >= 0 AND remainder >= 0 AND quantity + remainder > 0",
            name=op.f("ck_hold_amounts"),
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_hold_commitment_id")
        ),
        sa.ForeignKeyConstraint(["donation_id"], ["donation.id"], name=op.f("fk_hold_donation_id")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_hold_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sqlite_strict=True,
    )
    op.create_index("ix_hold_line_id", "hold", ["line_id", "active", "counted"], unique=False)
