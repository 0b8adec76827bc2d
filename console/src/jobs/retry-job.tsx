import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { useToast } from "../parts/toasts";
import { type JobRow, RetryJob } from "./operations";

interface Props {
  readonly job: JobRow;
  readonly onDone: () => void;
}

/** Retries a stopped job; anything done in the meantime is not done twice. */
export function RetryJobButton({ job: { id }, onDone }: Props) {
  const { jobs: words } = useWords();
  const action = useAction(onDone);
  const toast = useToast();
  const retry = () =>
    action.run(async (gateway) => {
      const { retryJob } = await gateway.ask(RetryJob, { id });
      if (retryJob.userErrors.length === 0) toast(words.restarted);
      return retryJob;
    });
  return (
    <>
      <Button look="main" small icon="refresh" isPending={action.isRunning} onPress={retry}>
        {words.restart}
      </Button>
      <Outcome of={action} />
    </>
  );
}
