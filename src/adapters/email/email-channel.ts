import { createTransport, type Transporter } from "nodemailer";

import { ChannelFailed } from "../../errors";
import { type FallbackChannel, type FallbackMessage } from "../../ports/fallback-channel";

const TIMEOUT_MS = 10_000;

/** Messages by SMTP. The Message-ID is derived from the message's id, so mailboxes can drop a second copy. */
export class EmailChannel implements FallbackChannel {
  private readonly transporter: Transporter;

  /** @param smtpUrl smtp:// or smtps://, with user and password where the server wants them */
  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
    this.transporter = createTransport({ url: smtpUrl, ...timeouts });
  }

  async deliver(target: string, message: FallbackMessage): Promise<void> {
    const { id, subject, text } = message;
    const messageId = `<${id}@${this.from.split("@").at(-1)?.replace(/>$/, "") ?? "localhost"}>`;
    try {
      await this.transporter.sendMail({ from: this.from, to: { name: "", address: target }, subject, text, messageId });
    } catch (cause) {
      throw new ChannelFailed(`The mail server did not take the message: ${reasonOf(cause)}`, { cause });
    }
  }
}

/** The server's code alone: its text may repeat addresses. */
function reasonOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? "no answer");
}
