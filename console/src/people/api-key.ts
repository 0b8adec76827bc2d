import { type ApiKeysAnswer } from "./operations";

/** A key of a person or a program, as it may be seen. */
export type ApiKey = ApiKeysAnswer["apiKeys"][number];
