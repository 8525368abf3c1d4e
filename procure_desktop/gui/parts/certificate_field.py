"""Two fields for an officer's certificate: its file, and the passphrase that a PKCS#12 key file asks for."""

from procure_desktop.gui.parts.file_field import FileField
from procure_desktop.gui.parts.twice_typed import secret_field
from procure_desktop.language import tr
from procure_desktop.services.certificate_file import CertificateFile

_PATTERN = "*.pem *.crt *.cer *.der *.p12 *.pfx"


class CertificateField:
    """The `file`, and the `passphrase` that is used once and kept nowhere."""

    def __init__(self, name: str) -> None:
        """Call the fields `NAME` and `NAME-passphrase`."""
        self.file = FileField(name, tr("Certificate or key file"), _PATTERN)
        self.passphrase = secret_field(f"{name}-passphrase")
        self.passphrase.setPlaceholderText(tr("Only for a key file; the key itself is not kept"))

    @property
    def chosen(self) -> CertificateFile | None:
        """What was chosen, or None while the field is empty."""
        path = self.file.path
        return CertificateFile(path, self.passphrase.text()) if path else None
