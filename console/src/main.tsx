import "./monaco-workers";
import "graphiql/style.css";
import "./console.css";
import "./parts/parts.css";
import "./catalogue/catalogue.css";
import "./jobs/jobs.css";
import "./orders/orders.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console";
import { defaultTabs } from "./default-tabs";
import { exampleFromMenu } from "./example-from-menu";
import { seedFirstVisit } from "./seed-first-visit";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

async function open(element: HTMLElement): Promise<void> {
  const tabs = defaultTabs(await exampleFromMenu());
  seedFirstVisit(window.localStorage, tabs);
  createRoot(element).render(
    <StrictMode>
      <Console tabs={tabs} />
    </StrictMode>,
  );
}

void open(root);
