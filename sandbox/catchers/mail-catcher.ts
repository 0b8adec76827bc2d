import { type AddressInfo } from "node:net";

import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

import { type Faults } from "../faults/faults";
import { type CaughtMail, parseMail } from "./parse-mail";

const KEPT_MAILS = 5_000;

/** A mail server that delivers nothing and shows everything. Without TLS and login. */
export class MailCatcher {
  private mails: CaughtMail[] = [];
  private readonly server: SMTPServer;

  constructor(private readonly faults: Faults) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onAuth: (auth, _session, done) => {
        done(null, { user: auth.username ?? "anyone" });
      },
      onData: (stream, session, done) => {
        this.receive(stream, session).then(
          () => {
            done();
          },
          (error: unknown) => {
            done(error instanceof Error ? error : new Error(String(error)));
          },
        );
      },
    });
    // A client that disconnects is no reason to stop catching.
    this.server.on("error", () => undefined);
  }

  /** Resolves with the port; 0 picks any. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.server.once("error", reject);
      this.server.listen(port, host, () => {
        resolve();
      });
    });
    return (this.server.server.address() as AddressInfo).port;
  }

  caught(): readonly CaughtMail[] {
    return this.mails;
  }

  clear(): void {
    this.mails = [];
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const fault = this.faults.strikeAnswer("smtp");
    if (fault) {
      // 4xx means try again, 5xx means never (RFC 5321, 4.2.1).
      const responseCode = fault.kind === "status" ? fault.status : 451;
      throw Object.assign(new Error("Requested action aborted: local error in processing"), {
        responseCode,
      });
    }
    const { mailFrom, rcptTo } = session.envelope;
    this.keep({
      from: mailFrom === false ? "" : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
      ...parseMail(Buffer.concat(chunks).toString("latin1")),
      deliveries: 1,
      at: new Date().toISOString(),
    });
  }

  /** Like mailboxes, folds a second copy of a Message-ID into the first. */
  private keep(mail: CaughtMail): void {
    const known = this.mails.find(({ messageId, to }) => {
      return messageId !== null && messageId === mail.messageId && to.join() === mail.to.join();
    });
    if (known) known.deliveries += 1;
    else this.mails.push(mail);
    if (this.mails.length > KEPT_MAILS) this.mails.shift();
  }
}
