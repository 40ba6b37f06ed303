"""A strict mail server on loopback: smtp.py PORT DIR. It keeps what it takes in DIR/mail.

A part after + in the address says how a letter is answered:
  550 no such mailbox · policy we are not liked · full for later, mailbox full · 421 not now, good-bye
  greylist later, the first time · 554 refused after the text · cut the line ends after the text was
  kept · cutlost the line ends after the text, and it is lost
"""
import os
import signal
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

PORT, DIR = int(sys.argv[1]), sys.argv[2]
WORDS = {
    "+550@": "550 5.1.1 no such mailbox here",
    "+policy@": "550 5.7.1 we do not take letters from you",
    "+full@": "452 4.2.2 mailbox full",
    "+421@": "421 4.7.0 come back later",
}
waited = set()


class Mailbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        for tag, words in WORDS.items():
            if tag in address:
                return words
        if "+greylist@" in address and address not in waited:
            waited.add(address)
            return "451 4.7.1 greylisted, come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        if "+554@" in to:
            return "554 5.6.0 we do not like what it says"
        if "+cutlost@" not in to:
            head = f"X-Envelope-From: {envelope.mail_from}\r\nX-Envelope-To: {to}\r\n"
            name = os.path.join(DIR, "mail", str(time.time_ns()))
            with open(name, "wb") as file:
                file.write(head.encode() + envelope.content)
            os.rename(name, name + ".eml")
        if "+cut" in to:
            server.transport.abort()
        return "250 2.0.0 kept"


def authenticate(server, session, envelope, mechanism, data):
    is_right = (data.login, data.password) == (b"news", b"secret")
    return AuthResult(success=is_right, handled=is_right)


tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(os.path.join(DIR, "cert.pem"), os.path.join(DIR, "key.pem"))


class Strict(Controller):
    def factory(self):
        return SMTP(
            self.handler, tls_context=tls, require_starttls=True, authenticator=authenticate,
            auth_required=True, hostname="strict.test",
        )


controller = Strict(Mailbox(), hostname="127.0.0.1", port=PORT)
controller.start()
print("ready", flush=True)
signal.sigwait({signal.SIGTERM, signal.SIGINT})
controller.stop()
