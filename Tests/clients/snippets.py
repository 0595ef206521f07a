"""Runs the snippets of a manual in a copy of a release, each as the input of a command:
snippets.py MANUAL LANGUAGE FOLDER COMMAND…"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

manual, language, folder, *command = sys.argv[1:]
text = open(manual, encoding="utf-8").read()
snippets = re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
if not snippets:
    sys.exit(f"{manual} has no snippet in {language}")
if "/" in command[0]:
    command[0] = os.path.abspath(command[0])
with tempfile.TemporaryDirectory() as work:
    copy = shutil.copytree(folder, os.path.join(work, "release"))
    for number, snippet in enumerate(snippets, 1):
        run = subprocess.run(
            command, input=snippet, cwd=copy, capture_output=True, text=True
        )
        if run.returncode != 0:
            sys.exit(f"snippet {number} in {language}:\n{snippet}\n{run.stdout}{run.stderr}")
print(f"{len(snippets)} snippets in {language} run")
