import WatchedEnvironment from "./watched-environment";

type Given = ConstructorParameters<typeof WatchedEnvironment>;

/** Where jest-circus keeps the listeners of its events. */
const EVENT_HANDLERS = Symbol.for("EVENT_HANDLERS");

/** One context for all test files of a process: what they import is loaded into it once. */
class SharedEnvironment extends WatchedEnvironment {
  /** Read by the runtime, which is shared along with it. */
  readonly isShared = true;
  private isPrepared = false;

  override async setup(): Promise<void> {
    if (this.isPrepared) return this.beginFile();
    this.isPrepared = true;
    await super.setup();
  }

  /**
   * The next file finds everything as the first one did, except for the modules that are already
   * loaded.
   */
  override async teardown(): Promise<void> {
    await this.endFile();
    this.fakeTimersModern?.useRealTimers();
    Reflect.deleteProperty(this.global, EVENT_HANDLERS);
  }
}

/** By the id of the project: unit tests share nothing with those of the whole system. */
const shared = new Map<string, SharedEnvironment>();

/** What jest constructs for each test file. */
export default function sharedEnvironment(...given: Given): SharedEnvironment {
  const [{ projectConfig }, context] = given;
  const environment = shared.get(projectConfig.id) ?? new SharedEnvironment(...given);
  shared.set(projectConfig.id, environment);
  environment.isFor(context);
  return environment;
}
