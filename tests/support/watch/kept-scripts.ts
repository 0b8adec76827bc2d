import vm from "node:vm";

type Compile = typeof vm.compileFunction;
type Imports = (...asked: unknown[]) => Promise<vm.Module>;

interface KeptScript {
  readonly code: string;
  readonly script: vm.Script;
  /** `import()` as the currently running test file has it. */
  imports: Imports;
}

const kept = new Map<string, KeptScript>();

/**
 * Makes a process compile each module once, however many test files it runs. Jest loads about two
 * thousand modules again for each file, and compiles each by `vm.compileFunction`, whose results
 * are not kept: a fifth of the processor time of an integration test. A script runs in any context.
 */
export function keepScripts(): void {
  const compile: Compile = vm.compileFunction.bind(vm);
  vm.compileFunction = (code, parameters = [], options = {}) => {
    const { filename, parsingContext, importModuleDynamically } = options;
    const isModule = filename && parsingContext && typeof importModuleDynamically === "function";
    const one = isModule && keptScript(code, parameters, filename);
    // Compiling by `vm.compileFunction` reports what is wrong with a module that cannot be
    // compiled.
    if (!one) return compile(code, parameters, options);
    one.imports = importModuleDynamically as Imports;
    return one.script.runInContext(parsingContext) as ReturnType<Compile>;
  };
}

function keptScript(
  code: string,
  parameters: readonly string[],
  filename: string,
): KeptScript | undefined {
  const known = kept.get(filename);
  if (known?.code === code) return known;
  const script = scriptOf(code, parameters, filename);
  const one = script && { code, script, imports: noImports };
  if (one) kept.set(filename, one);
  return one;
}

function scriptOf(
  code: string,
  parameters: readonly string[],
  filename: string,
): vm.Script | undefined {
  const head = `(function (${parameters.join(",")}) {`;
  const imports: Imports = (...asked) => (kept.get(filename)?.imports ?? noImports)(...asked);
  try {
    return new vm.Script(`${head}${code}\n})`, {
      filename,
      // Stack traces show the positions in the module itself.
      columnOffset: -head.length,
      importModuleDynamically: imports as vm.ScriptOptions["importModuleDynamically"],
    });
  } catch {
    return undefined;
  }
}

function noImports(): Promise<never> {
  return Promise.reject(new Error("No test file runs"));
}
