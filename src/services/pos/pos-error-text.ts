import { gatewayReason } from "../../domain/pos/gateway-reason";
import { reasonInWords } from "../../domain/pos/pos-failure";
import { type Text } from "../../domain/texts/locale";
import { type PosContractBroken, PosRateLimited, PosRejected, PosUnavailable } from "../../errors";

/** Explains a POS error to an operator. */
export function posErrorText(
  error: PosRejected | PosUnavailable | PosRateLimited | PosContractBroken,
): Text {
  if (error instanceof PosRejected) return rejection(error);
  if (error instanceof PosRateLimited) {
    const seconds = Math.ceil(error.retryAfterMs / 1000);
    return {
      ru: `Касса просит подождать: повторите через ${seconds} с`,
      en: `The POS asks for a pause: try again in ${seconds} s`,
    };
  }
  if (error instanceof PosUnavailable) {
    return {
      ru: "Касса не отвечает. Повторите через минуту",
      en: "The POS does not answer. Try again in a minute",
    };
  }
  return {
    ru: "Касса ответила непонятно. Сообщите администратору шлюза",
    en: "The POS gave an answer that makes no sense. Tell the operator of the gateway",
  };
}

function rejection(error: PosRejected): Text {
  const reason = error.reason ?? gatewayReason(error.posCode);
  if (reason) return reasonInWords(reason);
  return { ru: `Касса отказала: ${error.message}`, en: `The POS refused: ${error.message}` };
}
