import { useToast } from "../parts/toasts";
import { useSession } from "../session/session";
import { type Gateway } from "./gateway";
import { toFailure } from "./gateway-failure";
import { useFailureText } from "./use-failure-text";

/** What a mutation answers. */
interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** Changes something at once, by a press: what stands in its way is said in a toast. */
export function useWrite(onChanged: () => void) {
  const failureText = useFailureText();
  const { gateway } = useSession();
  const toast = useToast();
  /** @returns whether it has been done */
  return async (work: (gateway: Gateway) => Promise<Payload>): Promise<boolean> => {
    try {
      const { userErrors } = await work(gateway);
      for (const { message } of userErrors) toast(message, { isError: true });
      return userErrors.length === 0;
    } catch (error) {
      toast(failureText(toFailure(error)), { isError: true });
      return false;
    } finally {
      onChanged();
    }
  };
}
