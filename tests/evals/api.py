"""The public API of a running Tutor, over one connection that stays open."""
import http.client
import json
import os
import time
import urllib.parse
import uuid


class Refused(Exception):
    pass


class Api:
    def __init__(self, address, email, password):
        self.host = urllib.parse.urlsplit(address)
        self.line = None
        self.credentials = {"email": email, "password": password}
        self.token = None
        self.sign_in()

    def sign_in(self):
        self.token = None
        self.token = self.call("POST", "/sessions", self.credentials)["accessToken"]

    def get(self, path):
        return self.call("GET", path)

    def call(self, method, path, body=None):
        return self.answer(method, path, body)[2]

    def order(self, path, body=None):
        """Orders work and returns where its state stands."""
        return self.answer("POST", path, body)[1]

    def upload(self, path, file):
        boundary = uuid.uuid4().hex
        with open(file, "rb") as content:
            data = (f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{os.path.basename(file)}"\r\n\r\n').encode() \
                + content.read() + f"\r\n--{boundary}--\r\n".encode()
        return self.answer("POST", path, data, "multipart/form-data; boundary=" + boundary)[2]["sources"][0]["id"]

    def pages(self, path, name):
        """A whole list, page after page."""
        cursor = ""
        while True:
            answer = self.get(path + (f"?cursor={cursor}" if cursor else ""))
            yield from answer[name]
            cursor = answer.get("next")
            if not cursor:
                return

    def wait(self, location):
        while True:
            work = self.get(location)
            if work["state"] in ("ready", "failed"):
                return work
            time.sleep(.05)

    def answer(self, method, path, body=None, kind="application/json"):
        """Status, Location and content. A token that has run out is renewed once."""
        for attempt in (1, 2):
            status, headers, text = self.send(method, path, body, kind)
            if status == 401 and self.token and attempt == 1:
                self.sign_in()
                continue
            if status >= 400:
                raise Refused(f"{method} {path}: {status} {text.decode(errors='replace')[:500]}")
            return status, headers.get("Location"), json.loads(text) if text else None

    def send(self, method, path, body, kind):
        data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Authorization": "Bearer " + self.token} if self.token else {}
        headers["Accept"] = "application/json"
        if data is not None:
            headers["Content-Type"] = kind
        for attempt in (1, 2):
            if self.line is None:
                secure = self.host.scheme == "https"
                self.line = (http.client.HTTPSConnection if secure else http.client.HTTPConnection)(self.host.hostname, self.host.port)
            try:
                self.line.request(method, path if path.startswith("/api/") else "/api/v1" + path, data, headers)
                answer = self.line.getresponse()
                return answer.status, answer.headers, answer.read()
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                # The server closes a line that was idle; the question is asked again on a new one.
                self.line.close()
                self.line = None
                if attempt == 2:
                    raise
