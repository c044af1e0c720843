"""Why a step of review is refused, in sentences for the person who tried."""


class ReviewRefused(Exception):
    """The step is not possible; the message says why and what to do."""


class NotAllowed(ReviewRefused):
    """This person may not do this."""


class RoundClosed(ReviewRefused):
    """The text or the round moved on meanwhile (a door answers 409 and shows what changed).

    `round` is the round that was tried; `newest` is the article's newest revision number.
    """

    def __init__(self, message: str, *, round_id: int, newest: int) -> None:
        super().__init__(message)
        self.round_id = round_id
        self.newest = newest
