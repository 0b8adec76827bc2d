import { type Gateway } from "../gateway/gateway";
import { toFault } from "../gateway/gateway-fault";
import { useWords } from "../language/language";
import { useToast } from "../parts/toasts";
import { useSession } from "../session/session";

/** What a mutation answers. */
interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** Changes something at once, by a press: what stands in its way is said in a toast. */
export function useWrite(onChanged: () => void) {
  const { faults } = useWords();
  const { gateway } = useSession();
  const toast = useToast();
  /** @returns whether it has been done */
  return async (work: (gateway: Gateway) => Promise<Payload>): Promise<boolean> => {
    try {
      const { userErrors } = await work(gateway);
      for (const { message } of userErrors) toast(message, { isError: true });
      return userErrors.length === 0;
    } catch (error) {
      const { code } = toFault(error);
      toast(faults.byCode[code] ?? faults.other(code), { isError: true });
      return false;
    } finally {
      onChanged();
    }
  };
}
