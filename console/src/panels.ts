import { HISTORY_PLUGIN } from "graphiql";
import { type GraphiQLPlugin } from "@graphiql/react";
import { CataloguePanel } from "./catalogue/catalogue-panel";
import { JobsPanel } from "./jobs/jobs-panel";
import { ENGLISH } from "./language/english";
import { RUSSIAN } from "./language/russian";
import { panelIcon } from "./panel-icon";
import { type PanelName } from "./parts/panel";
import { OrdersPanel } from "./orders/orders-panel";
import { SetUpPanel } from "./set-up/set-up-panel";
import { TasksPanel } from "./tasks/tasks-panel";

/**
 * GraphiQL knows a plugin by its title, also after a reload, so it is the same in every language.
 */
function panel(name: PanelName, content: GraphiQLPlugin["content"]): GraphiQLPlugin {
  return {
    title: `${ENGLISH.panels[name]} · ${RUSSIAN.panels[name]}`,
    icon: panelIcon(name),
    content,
  };
}

/** What the side bar offers, in this order. */
export const PANELS: GraphiQLPlugin[] = [
  panel("tasks", TasksPanel),
  panel("setUp", SetUpPanel),
  panel("orders", OrdersPanel),
  panel("catalogue", CataloguePanel),
  panel("jobs", JobsPanel),
  HISTORY_PLUGIN,
];
