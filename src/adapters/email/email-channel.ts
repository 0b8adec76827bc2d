import { Transform } from "node:stream";

import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";

import { CallHeldBack, ChannelFailed, ChannelPaused } from "../../errors";
import { type CallGuard, letThrough } from "../../ports/call-guard";
import {
  type ChannelPace,
  type FallbackChannel,
  type FallbackMessage,
} from "../../ports/fallback-channel";
import { mailHtml, mailText } from "./mail-body";

/** How long the server may stay silent. */
const TIMEOUT_MS = 10_000;
/** Limit for one whole message: a server that trickles its replies counts as silent too. */
const DEADLINE_MS = 60_000;
/** Limit for one reply; RFC 5321 allows 512 bytes per reply line. */
const LONGEST_REPLY = 64 * 1024;
/** Failures to reach the mail server or to log in: nothing has been sent. */
const UNSENT = new Set(["ECONNECTION", "ECONNREFUSED", "EDNS", "EAUTH", "ENOTFOUND"]);

/** Even an email about many orders has to be readable on a phone. */
const LONGEST_TEXT = 50_000;

type GuardedMail = SendMailOptions & { readonly guard?: CallGuard | undefined };

/** Sends messages by SMTP, in plain text and in HTML. */
export class EmailChannel implements FallbackChannel {
  /** The Message-ID is derived from the message's id, so mailboxes deduplicate a second copy. */
  readonly foldsCopiesForMs = Infinity;
  private readonly transporter: Transporter;
  private readonly deadlineMs: number;

  /**
   * @param smtpUrl smtp:// or smtps://, with user and password where the server requires them
   * @param requireTls send nothing to a server that does not offer STARTTLS, whatever the URL says
   * @param timeoutMs how long the server may stay silent
   * @param deadlineMs limit for one message
   */
  constructor(
    smtpUrl: string,
    private readonly from: string,
    { requireTls = false, timeoutMs = TIMEOUT_MS, deadlineMs = DEADLINE_MS } = {},
  ) {
    this.deadlineMs = deadlineMs;
    const timeouts = {
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    };
    const limits = { ...timeouts, maxResponseSize: LONGEST_REPLY };
    this.transporter = createTransport({
      url: smtpUrl,
      ...limits,
      ...(requireTls && { requireTLS: true }),
    });
    this.transporter.use("stream", (mail, done) => {
      const { guard } = mail.data as GuardedMail;
      if (guard) mail.message.transform(() => guardedMessage(guard));
      done();
    });
  }

  /** Mail servers do not publish their limits; they just say "later". */
  paceOf(): readonly ChannelPace[] {
    return [];
  }

  callsFor(message: FallbackMessage): number {
    return mailText(message).length <= LONGEST_TEXT ? 1 : 2;
  }

  async deliver(
    target: string,
    message: FallbackMessage,
    _partsTaken = 0,
    guard?: CallGuard,
  ): Promise<void> {
    const { id, subject } = message;
    const messageId = `<${id}@${this.from.split("@").at(-1)?.replace(/>$/, "") ?? "localhost"}>`;
    const body = { subject, text: mailText(message), html: mailHtml(message), messageId };
    const mail: GuardedMail = {
      from: this.from,
      to: { name: "", address: target },
      ...body,
      guard,
    };
    try {
      await this.transporter.sendMail({ ...mail, signal: AbortSignal.timeout(this.deadlineMs) });
    } catch (cause) {
      if (cause instanceof CallHeldBack) throw cause;
      const { responseCode, code } = cause as { responseCode?: number; code?: string };
      // Only the server's code: its text may repeat addresses.
      const told = `The mail server did not take the message: ${responseCode ?? code ?? "no answer"}`;
      if (isLater(responseCode)) throw new ChannelPaused(told, { cause, retryAfterMs: null });
      throw new ChannelFailed(told, {
        cause,
        mayHaveArrived: responseCode === undefined && !UNSENT.has(code ?? ""),
      });
    }
  }
}

/**
 * "Transient negative completion" (RFC 5321, 4.2.1): the server is busy, full or greylisting now,
 * but may accept the message later.
 */
function isLater(responseCode: number | undefined): boolean {
  return responseCode !== undefined && responseCode >= 400 && responseCode < 500;
}

/**
 * Lets the bytes of an email pass once the guard has agreed; the guard is asked when the mail
 * server is ready for them. An email that is stopped here has no end, and no mail server accepts
 * such an email.
 */
function guardedMessage(guard: CallGuard): Transform {
  let isLetThrough = false;
  return new Transform({
    transform: (chunk: Buffer, _encoding, pass) => {
      if (isLetThrough) return pass(null, chunk);
      const go = () => {
        isLetThrough = true;
        pass(null, chunk);
      };
      letThrough(guard, go).catch(pass);
    },
  });
}
