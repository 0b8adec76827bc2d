import { type ApiKeysAnswer } from "./operations";

/** A key of a person or a program, without its secret part. */
export type ApiKey = ApiKeysAnswer["apiKeys"][number];
