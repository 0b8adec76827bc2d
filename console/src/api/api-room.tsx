import { lazy, Suspense } from "react";

import { useWords } from "../language/language";
import { Skeleton } from "../parts/skeleton";
import { defaultTabs } from "./default-tabs";
import { exampleFromMenu } from "./example-from-menu";
import { seedFirstVisit } from "./seed-first-visit";

/** Weighs three megabytes, so only those who open the room load it. */
const Whole = lazy(async () => {
  const [{ GraphiqlWhole }, example] = await Promise.all([
    import("./graphiql-whole"),
    exampleFromMenu(),
  ]);
  const tabs = defaultTabs(example);
  seedFirstVisit(window.localStorage, tabs);
  return { default: () => <GraphiqlWhole tabs={tabs} /> };
});

/** For developers: everything that can be asked of the gateway, even without a key. */
export function ApiRoom() {
  const { shell } = useWords();
  return (
    <div className="api-room">
      <h1 className="vh">{shell.rooms.api}</h1>
      <Suspense fallback={<Skeleton rows={6} label={shell.loading} />}>
        <Whole />
      </Suspense>
    </div>
  );
}
