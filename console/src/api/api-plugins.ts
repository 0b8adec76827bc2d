import { type GraphiQLPlugin } from "@graphiql/react";
import { HISTORY_PLUGIN } from "graphiql";

import { ENGLISH } from "../language/english";
import { RUSSIAN } from "../language/russian";
import { TasksPanel } from "../tasks/tasks-panel";
import { panelIcon } from "./panel-icon";

/**
 * What the side bar offers besides the documentation. GraphiQL identifies a plugin by its title,
 * even after a reload, so the title is the same in every language.
 */
export const API_PLUGINS: GraphiQLPlugin[] = [
  {
    title: `${ENGLISH.panels.tasks} · ${RUSSIAN.panels.tasks}`,
    icon: panelIcon("tasks"),
    content: TasksPanel,
  },
  HISTORY_PLUGIN,
];
