"""Adds up the test reports of all modules: why tests were skipped, which failed, and the count as the last line."""

import pathlib
import re
import sys
import xml.etree.ElementTree as xml


def reports(home):
    for room in ("pipeline", "stages"):
        yield from sorted((home / room).glob("*/target/surefire-reports/TEST-*.xml"))
    yield from sorted((home / "dags" / "target" / "test-reports").glob("TEST-*.xml"))


def reason(element):
    """The message in one line, without stack trace, name of the exception and words that every assumption has."""
    lines = (element.get("message") or element.text or "").splitlines()
    text = " ".join(" ".join(line for line in lines if not re.match(r"\s+at |Caused by:", line)).split())
    text = re.sub(r"^[\w.$]+(Exception|Error): ", "", text)
    text = re.sub(r"^Assumption failed: ", "", text)
    text = re.sub(r"^assumption was not met due to: \[(.*?)\](?: Expecting.*)?$", r"\1", text)
    text = text or "no reason given"
    return text if len(text) <= 240 else text[:240] + " …"


def main(home):
    ran, failed, skipped = 0, [], []
    for report in reports(home):
        for case in xml.parse(report).getroot().iter("testcase"):
            ran += 1
            name = f"{case.get('classname', '').rpartition('.')[2]}.{case.get('name')}"
            verdicts = [e for e in case if e.tag in ("failure", "error", "skipped")]
            if verdicts:
                (skipped if verdicts[0].tag == "skipped" else failed).append(f"{name}: {reason(verdicts[0])}")
    for line in skipped:
        print(f"skipped  {line}")
    for line in failed:
        print(f"FAILED   {line}")
    print(f"Tests: {ran - len(failed) - len(skipped)} passed, {len(failed)} failed, {len(skipped)} skipped")
    return 1 if failed or ran == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
