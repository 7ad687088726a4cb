"""What GitHub and GitLab run: nothing that a stranger typed reaches a shell, and what is named exists."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.build import ROOT

from guides_api.catalogue.site import Site
from guides_api.cli import guides
from guides_api.cli.reports import REPORTS
from guides_api.pages.project import Project

FOLDER = ROOT / ".github/workflows"
GITLAB = ROOT / ".gitlab-ci.yml"
NAMES = ("eclaireur", "formulaire", "publication", "tests", "verification", "version")
ACTIONS = {
    "actions/cache",
    "actions/checkout",
    "actions/deploy-pages",
    "actions/download-artifact",
    "actions/setup-python",
    "actions/upload-artifact",
    "actions/upload-pages-artifact",
}
# The only jobs that may write: one proposes an editor's record, one publishes the site, one a version.
WRITER, PUBLISHER, RELEASER = "proposition", "mise-en-ligne", "parution"
# What may be put in an expression: nothing here can be chosen by whoever opens an issue or proposes a change.
EXPRESSIONS = {
    "github.base_ref",
    "github.event.issue.number",
    "github.event.pull_request.number",
    "github.event.repository.default_branch",
    "github.sha",
    "github.token",
    "matrix.python",
    "needs.lecture.outputs.verdict",
    "runner.temp",
    "steps.lire.outputs.verdict",
    "steps.liste.outputs.code",
    "steps.liste.outputs.tests",
    "steps.proposer.outputs.retouchee",
    "steps.publier.outputs.page_url",
}


def workflow(name: str) -> dict[str, Any]:
    # « on » is true for YAML 1.1, text for GitHub: BaseLoader keeps every word a text.
    read: dict[str, Any] = yaml.load((FOLDER / f"{name}.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return read


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in NAMES:
        yield from workflow(name)["jobs"].items()


def steps() -> Iterator[dict[str, Any]]:
    for _, job in jobs():
        yield from job["steps"]


def gitlab() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    return read


def scripts() -> Iterator[str]:
    yield from (step["run"] for step in steps() if "run" in step)
    for job in gitlab().values():
        yield from job.get("script", ())


def tracked() -> set[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return set(done.stdout.splitlines())


def test_these_are_all_the_workflows() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(NAMES)


def test_a_workflow_starts_only_where_it_is_safe() -> None:
    assert {name: set(workflow(name)["on"]) for name in NAMES} == {
        "eclaireur": {"schedule", "workflow_dispatch"},
        "formulaire": {"issues"},
        "publication": {"push", "workflow_dispatch"},
        "tests": {"push"},
        "verification": {"pull_request"},
        "version": {"push"},
    }
    assert workflow("version")["on"]["push"] == {"tags": ["v*"]}
    assert workflow("formulaire")["on"]["issues"]["types"] == ["opened", "edited"]


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_only_reads(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}


def test_three_jobs_write_and_they_run_none_of_our_code() -> None:
    granted = {name: job["permissions"] for name, job in jobs() if "permissions" in job}
    assert granted == {
        WRITER: {"contents": "write", "pull-requests": "write", "issues": "write"},
        PUBLISHER: {"pages": "write", "id-token": "write"},
        RELEASER: {"contents": "write"},
    }
    assert [set(step) for step in workflow("publication")["jobs"][PUBLISHER]["steps"]] == [{"id", "uses"}]
    for writer in (workflow("formulaire")["jobs"][WRITER], workflow("version")["jobs"][RELEASER]):
        said = "\n".join(step.get("run", "") for step in writer["steps"])
        assert not re.search(r"\b(?:make|python|pip|guides|\.venv)\b", said)
        assert "actions/setup-python" not in str(writer)


def test_the_form_is_read_only_where_it_is_labelled_as_one_and_open() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/apparaitre-dans-la-liste.yml").read_text(encoding="utf-8"))
    (label,) = form["labels"]
    condition = workflow("formulaire")["jobs"]["lecture"]["if"]
    assert f"contains(github.event.issue.labels.*.name, '{label}')" in condition
    assert "github.event.issue.state == 'open'" in condition


def test_no_secret_is_named_and_the_token_is_given_to_those_who_need_it_alone() -> None:
    for path in (*FOLDER.iterdir(), GITLAB):
        assert "secrets." not in path.read_text(encoding="utf-8")
    holders = [name for name, job in jobs() if "github.token" in str(job)]
    assert holders == [WRITER, RELEASER]


def test_no_expression_stands_in_a_command() -> None:
    assert [step["run"] for step in steps() if "${{" in step.get("run", "")] == []
    assert not any("shell" in step for step in steps())


@pytest.mark.parametrize("name", NAMES)
def test_no_expression_holds_what_a_stranger_typed(name: str) -> None:
    text = re.sub(r"^\s*#.*$", "", (FOLDER / f"{name}.yml").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", text)) <= EXPRESSIONS


def test_only_known_actions_run_at_a_version() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    for action in used:
        assert re.fullmatch(rf"(?:{'|'.join(ACTIONS)})@(?:v[0-9]+|[0-9a-f]{{40}})", action)
    assert len({action.split("@")[0] for action in used}) == len(set(used)), "an action has one version everywhere"


def test_no_checkout_leaves_its_token_behind() -> None:
    for step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_every_job_ends_by_itself() -> None:
    assert [name for name, job in jobs() if int(job["timeout-minutes"]) > 60] == []


def test_make_is_asked_for_what_it_knows() -> None:
    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = {word for script in scripts() for word in re.findall(r"\bmake (?:-C base )?([\w./-]+)", script)}
    assert {"test", "build", "engines", "lock", "publish", "sbom", "wheel", ".venv/.site", ".venv/.test"} == asked
    assert asked <= targets


def test_guides_is_asked_for_what_it_knows() -> None:
    asked = [words.split() for script in scripts() for words in re.findall(r"bin/guides ([^>|;\n]*)", script)]
    assert {words[0] for words in asked} == {"check", "formulaire"}
    for command, *rest in asked:
        options = {option for parameter in guides.commands[command].params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= options
        if "--format" in rest:
            assert rest[rest.index("--format") + 1] in REPORTS


def test_tests_run_on_every_python_that_the_project_accepts() -> None:
    versions = workflow("tests")["jobs"]["tests"]["strategy"]["matrix"]["python"]
    assert versions == gitlab()["tests"]["parallel"]["matrix"][0]["PYTHON"] == ["3.11", "3.12", "3.13"]
    assert f'requires-python = ">={versions[0]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_what_is_newest_is_tried_and_stops_nothing() -> None:
    assert all("needs" not in job for job in workflow("eclaireur")["jobs"].values())
    assert gitlab()["éclaireur"]["allow_failure"] is True
    assert gitlab()["éclaireur"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    others = [job["rules"] for job in gitlab().values() if "script" in job and "allow_failure" not in job]
    assert all("schedule" not in rule["if"].replace('!= "schedule"', "") for rules in others for rule in rules)


def test_the_whole_site_is_built_by_both_engines_at_each_change_of_the_branch_that_is_published() -> None:
    command = ".venv/bin/pytest -m long tests/cli/test_materialize.py"
    assert command in [step.get("run") for step in workflow("tests")["jobs"]["moteurs"]["steps"]]
    assert command in gitlab()["moteurs"]["script"]
    assert "tests/cli/test_materialize.py" in tracked()
    assert re.search(r'^  "properdocs"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)


def test_tests_and_publication_run_on_the_branch_that_is_published(real: Project) -> None:
    site: Site = real.catalogue.site
    for name in ("publication", "tests"):
        assert workflow(name)["on"]["push"]["branches"] == [site.repo_branch]


def test_nothing_is_published_before_somebody_says_so() -> None:
    assert workflow("publication")["jobs"]["construction"]["if"] == "vars.PUBLICATION == 'oui'"
    assert workflow("publication")["jobs"][PUBLISHER]["needs"] == "construction"
    (rule,) = gitlab()["pages"]["rules"]
    assert rule == {"if": '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PUBLICATION == "oui"'}


def test_what_is_published_is_whole_and_dated() -> None:
    """The dates of pages are those of git; the file that tells whom to warn of a flaw is in a hidden folder."""
    checkout, *_, upload = workflow("publication")["jobs"]["construction"]["steps"]
    assert checkout["with"]["fetch-depth"] == "0"
    assert upload["with"] == {"path": "site", "include-hidden-files": "true"}
    pages = gitlab()["pages"]
    assert pages["variables"] == {"GIT_DEPTH": 0}
    assert (pages["script"], pages["artifacts"]["paths"]) == (["make publish", "mv site public"], ["public/"])


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("v0.2.0", "\n### Ajouté\n\n- Deux.\n\n"),
        ("v0.1.0", "\n### Ajouté\n\n- Un.\n"),
        ("v0.2", "n’est pas la version que dit pyproject.toml"),
        ("v0.3.0", "ne dit rien de la version 0.3.0"),
    ],
)
def test_a_version_says_what_the_changelog_says_of_it_or_does_not_come_out(tag: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    for version in ("0.1.0", "0.2.0", "0.3.0"):
        (tmp_path / f"dist/guides_api-{version}-py3-none-any.whl").touch()
    changes = (
        "[Non publié]",
        "[0.2.0] - 2027-01-02\n\n### Ajouté\n\n- Deux.",
        "[0.1.0] - 2027-01-01\n\n### Ajouté\n\n- Un.",
    )
    (tmp_path / "CHANGELOG.md").write_text("\n\n".join(f"## {change}" for change in changes) + "\n", encoding="utf-8")
    script = workflow("version")["jobs"]["fabrication"]["steps"][-2]["run"]
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=tmp_path,
        env=os.environ | {"GITHUB_REF_NAME": tag},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == 0:
        assert (tmp_path / "dist/nouveautes.md").read_text(encoding="utf-8") == said
    else:
        assert said in done.stdout


def test_gitlab_tests_whatever_changes_but_data() -> None:
    folders = {path.split("/")[0] for path in tracked() if "/" in path}
    watched = set(gitlab()["tests"]["rules"][0]["changes"])
    assert {f"{folder}/**/*" for folder in folders - {"data"}} <= watched
    assert "*" in watched
    assert "data/**/*" not in watched


def test_the_owners_of_what_checks_and_builds_are_named() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = {line.split()[0]: line.split()[1:] for line in lines if line and not line.startswith("#")}
    assert {"/mkdocs.yml", "/hooks/", "/overrides/", "/tests/", "/.github/"} <= set(owned)
    assert all(owners for owners in owned.values())
    for path in owned:
        assert (ROOT / path.strip("/")).is_dir() == path.endswith("/")
        assert (ROOT / path.strip("/")).exists()


@pytest.mark.parametrize("path", [*sorted((ROOT / ".github").rglob("*.*")), GITLAB], ids=lambda path: path.name)
def test_a_file_that_contributors_read_fits_on_their_screen(path: Path) -> None:
    assert max(map(len, path.read_text(encoding="utf-8").splitlines())) <= 170
