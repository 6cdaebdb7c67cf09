"""Questions answered by a test in place of a person."""

from collections import deque

from secretary_desk.desk.ask import Ask


class Answering(Ask):
    """Gives prepared answers, one a question, and keeps what was asked.

    A button is answered by its words, a file by its path, None for 取消.
    """

    def __init__(self, *answers) -> None:
        super().__init__()
        self.answers, self.asked, self.details = deque(answers), [], []

    def choose(self, text, *answers, detail="", on_escape=-1):
        self.asked.append(text)
        self.details += [detail] if detail else []
        answer = self._next(text) if len(answers) > 1 else answers[0]
        return -1 if answer is None else answers.index(answer)

    def open_file(self, title, patterns, folder=None):
        return self._file(title)

    def open_files(self, title, patterns):
        answer = self._file(title)
        return answer if isinstance(answer, list) else [answer] if answer else []

    def save_file(self, title, suggested, patterns):
        answer = self._file(title)
        if answer in (None, "as suggested"):
            return answer and suggested
        return self.ended(answer, suggested.suffix)

    def folder(self, title, start=None):
        return self._file(title)

    def _file(self, title):
        self.asked.append(title)
        return self._next(title)

    def _next(self, text):
        assert self.answers, f"nobody answers: {text}"
        return self.answers.popleft()
