"""A mail server for tests: keeps what it takes in a folder, one file a message.

Arguments: folder, mode. Modes: plain; login (wants user "desk", password "right"); tls and starttls (with cert.pem and
key.pem of the folder). Prints its port when it is ready, and stops when its input ends.
"""

import json
import pathlib
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

folder, mode = pathlib.Path(sys.argv[1]), sys.argv[2]


class Keeper:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("unknown@"):
            return f"550 5.1.1 <{address}>: no such mailbox"
        if address.startswith("busy@"):
            return "450 4.2.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        (folder / f"{self.count}.eml").write_bytes(envelope.original_content)
        protected = server.transport.get_extra_info("ssl_object") is not None
        about = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "protected": protected}
        (folder / f"{self.count}.json").write_text(json.dumps(about))
        return "250 taken"


def login(server, session, envelope, mechanism, auth):
    right = auth.login == b"desk" and auth.password == b"right"
    # Not handled here: the server answers 535 itself.
    return AuthResult(success=right, handled=right)


def context():
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return made


options = {"decode_data": False}
if mode == "login":
    options |= {"authenticator": login, "auth_required": True, "auth_require_tls": False}
if mode == "starttls":
    options |= {"tls_context": context(), "require_starttls": True}
if mode == "tls":
    options |= {"ssl_context": context()}


class OnAnyPort(Controller):
    """Lets the system choose the port."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


controller = OnAnyPort(Keeper(), hostname="127.0.0.1", port=0, **options)
controller.start()
print(controller.port, flush=True)
sys.stdin.read()
controller.stop()
