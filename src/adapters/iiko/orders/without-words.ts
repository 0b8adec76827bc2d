import { type GuestWords, wordsOfOrder } from "../../../domain/guests/guest-words";
import { type OrderTicket } from "../../../domain/ticket/order-ticket";
import { type PosExchange } from "../../../errors";
import { type Submission } from "../../../ports/pos/pos-orders";

/**
 * Sends a ticket and removes the guest's words from what is kept of the answer or error: iiko
 * quotes its input in both.
 */
export async function withoutWordsOf(
  ticket: OrderTicket,
  send: () => Promise<Submission>,
): Promise<Submission> {
  const words = wordsOfTicket(ticket);
  try {
    return submissionWithoutWords(await send(), words);
  } catch (error) {
    throw errorWithoutWords(error, words);
  }
}

function wordsOfTicket({ customer, address, comment, lines }: OrderTicket): GuestWords {
  const order = { customerName: customer.name, customerPhone: customer.phone, address, comment };
  return wordsOfOrder(
    order,
    lines.map((line) => line.comment),
  );
}

function submissionWithoutWords(submission: Submission, words: GuestWords): Submission {
  const { exchange } = submission;
  return words.mayBeIn(exchange.response)
    ? { ...submission, exchange: exchangeWithoutWords(exchange, words) }
    : submission;
}

/**
 * Returns the same error without the guest's words in anything that may be logged or stored:
 * message, stack and exchange, including those of its causes. Runs last, because an error is
 * interpreted by iiko's exact wording.
 */
function errorWithoutWords(error: unknown, words: GuestWords): unknown {
  if (!(error instanceof Error)) return error;
  error.message = words.hide(error.message);
  if (error.stack !== undefined) error.stack = words.hide(error.stack);
  const kept = error as { exchange?: PosExchange | undefined };
  if (kept.exchange) kept.exchange = exchangeWithoutWords(kept.exchange, words);
  if (error.cause !== undefined) error.cause = errorWithoutWords(error.cause, words);
  return error;
}

function exchangeWithoutWords(exchange: PosExchange, words: GuestWords): PosExchange {
  return { ...exchange, response: words.hideIn(exchange.response) };
}
