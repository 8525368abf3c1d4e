# The first two do everything from a bare Debian 12 on; run again, they start in seconds.
#   make run     system packages, environment, demo office, window
#   make test    the same and what the checks need, then all checks
#   make bench   how fast it is, beside floors and peers, as a table (some twenty minutes)
#   make demo    the main job without a window: prints where the signed PDF lies
#   make outside a working day in the window by a screen reader's means, from another program
#   make lock    pin the dependencies again (.ci/lock.sh --upgrade: to the newest that fit)
#   make translations   bring the catalogues up to date with the texts, and compile them
#   make clean   remove what was made, except the environment

.PHONY: run test bench demo outside lock translations clean

run:
	@.ci/window.sh

test:
	@.ci/test.sh

bench:
	@.ci/bench.sh

demo:
	@.ci/demo.sh

outside:
	@.ci/outside.sh

lock:
	@.ci/lock.sh

translations:
	@.ci/translations.sh

clean:
	rm -rf build dist *.egg-info .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
