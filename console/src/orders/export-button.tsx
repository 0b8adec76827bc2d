import { useState } from "react";

import { type Gateway } from "../gateway/gateway";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { ExportOrders, type OrdersPageVariables } from "./operations";

type Filter = OrdersPageVariables["filter"];

interface Props {
  readonly filter: Filter;
  readonly count: string;
}

/** Saves all pages of the list as a spreadsheet file. */
export function ExportButton({ filter, count }: Props) {
  const { order: words } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction();
  const toast = useToast();
  const take = (withGuests: boolean) => {
    setIsAsking(false);
    action.run(async (gateway) => {
      const { csv, refused } = await wholeTable(gateway, filter, withGuests);
      if (refused) return refused;
      save(csv);
      toast(words.csvDone(count));
      return undefined;
    });
  };
  return (
    <>
      <Button icon="orders" isPending={action.isRunning} onPress={() => setIsAsking(true)}>
        {words.csv}
      </Button>
      <Outcome of={action} />
      {isAsking && (
        <Question
          title={words.csvTitle}
          consequence={words.csvConsequence(count)}
          no={words.close}
          yes={words.csvYes}
          onNo={() => setIsAsking(false)}
          onYes={(fields) => take(fields.has("guests"))}
        >
          <label className="row">
            <input className="tick" type="checkbox" name="guests" /> {words.csvGuests}
          </label>
        </Question>
      )}
    </>
  );
}

async function wholeTable(gateway: Gateway, filter: Filter, withGuests: boolean) {
  const pages: string[] = [];
  let after: string | null = null;
  do {
    const { exportOrders }: { exportOrders: Awaited<ReturnType<typeof pageOf>> } = {
      exportOrders: await pageOf(gateway, filter, withGuests, after),
    };
    if (!exportOrders.page) return { csv: "", refused: exportOrders };
    pages.push(exportOrders.page.csv);
    after = exportOrders.page.endCursor;
  } while (after !== null);
  return { csv: pages.join(""), refused: undefined };
}

async function pageOf(gateway: Gateway, filter: Filter, withGuests: boolean, after: string | null) {
  return (await gateway.ask(ExportOrders, { filter, withGuests, after })).exportOrders;
}

/** Begins with a mark by which spreadsheets recognise UTF-8. */
function save(csv: string): void {
  const url = URL.createObjectURL(new Blob(["\uFEFF", csv], { type: "text/csv" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: "orders.csv" });
  link.click();
  URL.revokeObjectURL(url);
}
