"""The two families of errors: rules that refuse, and an environment that fails."""


class ProcureError(Exception):
    """Anything the program refuses or cannot do, and can say in a sentence.

    `file` is the name of the file that was being read, where the rule that is broken does not know it.
    """

    file: str = ""

    def __str__(self) -> str:
        """Name the rule and the fields, for logs; people read the wording instead."""
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


class Refusal(ProcureError):
    """A rule was broken or a verification failed; nothing was changed."""


class Fault(ProcureError):
    """The environment did not do its part: a file, a disk, another program."""


class CancelledError(Refusal):
    """The officer cancelled; nothing was changed."""
