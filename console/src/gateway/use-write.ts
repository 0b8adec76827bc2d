import { type Gateway } from "../gateway/gateway";
import { toFailure } from "../gateway/gateway-failure";
import { useFailureText } from "../gateway/use-failure-text";
import { useToast } from "../parts/toasts";
import { useSession } from "../session/session";

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
