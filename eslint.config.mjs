import eslint from "@eslint/js";
import importSort from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: ["**/dist/", "node_modules/", "coverage/", ".data/"],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  // What runs in production; everything else has the recommended rules.
  {
    files: ["ormconfig.ts", "src/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      // `() => this.feed.stop()` gives nothing to anybody, and says so shorter.
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Rows and inputs are data: their fields are meant, without what a class adds to them.
      "@typescript-eslint/no-misused-spread": [
        "error",
        {
          allow: [
            "BranchPayload",
            "CreatePromotionInput",
            "CustomerInput",
            "OrderEventRow",
            "PosOrder",
            "StaffMessage",
          ],
        },
      ],
      // Types of the schema that are made of a table.
      "@typescript-eslint/no-extraneous-class": ["error", { allowEmpty: true }],
      // Most jobs give nothing; one that writes its own end says so.
      "@typescript-eslint/no-invalid-void-type": "off",
      // Names of enums come from the keys of tables, and from the database.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      // Its walk through recursive types of ours ends in an overflow of the stack.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  {
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.json", "console/tsconfig.json", "packages/client/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
    },
  },
  {
    plugins: { "import-sort": importSort },
    rules: {
      "import-sort/exports": "error",
      // What only has an effect, Node's own, packages, ours from afar to near.
      "import-sort/imports": [
        "error",
        { groups: [["^\\u0000"], ["^node:"], ["^@?\\w"], ["^"], ["^\\."]] },
      ],
    },
  },
  {
    // Settings are read once, in src/main.ts, and handed on: see src/config.ts.
    files: ["ormconfig.ts", "src/**", "sandbox/**", "migrations/**", "console/**"],
    ignores: ["src/main.ts", "sandbox/main.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Take the setting as an argument; src/config.ts reads it.",
        },
      ],
      "no-restricted-imports": [
        "error",
        { paths: ["process", "node:process"].map((name) => ({ name, importNames: ["env"] })) },
      ],
    },
  },
  {
    // Nothing of an order is written without its jobs and its announcements.
    files: ["src/services/{checkout,orders,fallback}/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='transaction']",
          message:
            "Transactions.run opens it: jobs and announcements go along (src/postgres/transaction.ts).",
        },
      ],
    },
  },
  {
    // Not in src: a resolver has a parameter for each argument of its field, and some thirty other functions have five.
    // Complexity is left out everywhere. 122 functions of src exceed 8, 76 of them only by `?.` and `??`, of which readers
    // of foreign answers are made; the others are lists of reasons, one `if` a line. At most 40 lines each bounds them.
    // Spreads of literals in src are found by npm run check:house.
    files: [
      "sandbox/**",
      "scripts/**",
      "bench/**",
      "tests/**",
      "console/**/*.{ts,tsx}",
      "packages/**/*.ts",
    ],
    rules: {
      "max-params": ["error", 4],
      "no-restricted-syntax": [
        "error",
        {
          selector: "SpreadElement > ObjectExpression",
          message: "Write its fields out: a literal that is spread only saves lines.",
        },
      ],
    },
  },
  // A migration is one long statement after another, and frozen once released.
  {
    files: ["migrations/**"],
    rules: { "max-lines-per-function": "off", "import-sort/imports": "off" },
  },
  {
    files: ["tests/**", "bench/**"],
    rules: {
      // A table of cases has a parameter for each of its columns.
      "max-params": "off",
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  { files: ["scripts/**", "bench/**", "sandbox/main.ts"], rules: { "no-console": "off" } },
  // Generated: as long as the schema, and empty where a query takes nothing.
  {
    files: ["packages/client/src/operations.ts", "console/src/**/operations.ts"],
    rules: { "max-lines": "off", "@typescript-eslint/no-empty-object-type": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js", "examples/*.ts"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: {
        process: "readonly",
        console: "readonly",
        module: "writable",
        require: "readonly",
        __dirname: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        fetch: "readonly",
      },
    },
  },
  {
    files: ["examples/supergraph/**"],
    languageOptions: { globals: { fetch: "readonly" } },
    rules: { "no-console": "off" },
  },
  {
    files: ["examples/*.js"],
    languageOptions: {
      globals: {
        addEventListener: "readonly",
        crypto: "readonly",
        document: "readonly",
        location: "readonly",
        navigator: "readonly",
        sessionStorage: "readonly",
        URLSearchParams: "readonly",
      },
    },
  },
);
