import { type Text } from "../../domain/locale";
import { isPosKeyTrouble, posKeyTroubleText } from "../../domain/pos-key-trouble";
import { type PosContractBroken, PosRateLimited, PosRejected, PosUnavailable } from "../../errors";

/** What an error of the POS means to an operator. */
export function posErrorText(error: PosRejected | PosUnavailable | PosRateLimited | PosContractBroken): Text {
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
    en: "The POS gave an answer that makes no sense. Tell whoever runs the gateway",
  };
}

function rejection(error: PosRejected): Text {
  if (isPosKeyTrouble(error.posCode)) return posKeyTroubleText(error.posCode);
  if (error.posCode === "BRANCH_NOT_CONNECTED") {
    return {
      ru: "Филиал не подключён: укажите в настройках кассу, ключ API и организацию",
      en: "The branch is not connected: set its POS, API key and organization",
    };
  }
  if (error.posCode === "CREDENTIAL_UNREADABLE") {
    return {
      ru: "Сохранённый ключ API не расшифровать: сохраните его снова",
      en: "The stored API key cannot be decrypted: save it again",
    };
  }
  return { ru: `Касса отказала: ${error.message}`, en: `The POS refused: ${error.message}` };
}
