import { type Gateway } from "../gateway/gateway";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Outcome } from "../parts/outcome";
import { Panel } from "../parts/panel";
import { useBranch } from "../session/branch-choice";
import { TaskExample } from "./operations";
import { type Live, type Task, TASKS } from "./tasks";
import { useOpenTab } from "./use-open-tab";

/** Ready-made operations, one for each of an operator's tasks, filled in from the chosen branch. */
export function TasksPanel() {
  const { tasks } = useWords();
  const { branchId } = useBranch();
  const action = useAction();
  const open = useOpenTab();
  const openTask = ({ document, variables }: Task) =>
    action.run(async (gateway) => {
      open(document, variables(await liveFrom(gateway, branchId)));
      return undefined;
    });
  return (
    <Panel name="tasks">
      <p>{tasks.lead}</p>
      <Outcome of={action} />
      <ul className="cards">
        {TASKS.map((task) => (
          <li key={task.id} className="card task">
            <h3>{tasks.byId[task.id].title}</h3>
            <p>{tasks.byId[task.id].what}</p>
            <button
              type="button"
              data-task={task.id}
              disabled={action.isRunning}
              onClick={() => openTask(task)}
            >
              {tasks.open}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Tasks open even when a key works for no branch yet, with blanks. */
async function liveFrom(gateway: Gateway, branchId: string | null): Promise<Live> {
  if (branchId === null)
    return { branchId: "", branch: null, posMenu: null, orders: { nodes: [] } };
  return { branchId, ...(await gateway.ask(TaskExample, { branchId })) };
}
