import { ApiRefusal } from "../api-refusal";
import { type ReadContext } from "../read-route";
import { readRoutes } from "../reads";
import { type ApiRoutes } from "./api-routes";

/**
 * Serves menus, dictionaries and stop lists as operations of the API door; calls `context` again
 * for each request.
 */
export function dictionaryRoutes(context: () => ReadContext): ApiRoutes {
  return Object.fromEntries(
    Object.entries(readRoutes).map(([path, read]) => [
      path,
      (body: Readonly<Record<string, unknown>>) => {
        const answer = read(body, context());
        if (answer.status === 200) return answer.body;
        const { errorDescription = "", error = null } = answer.body as {
          errorDescription?: string;
          error?: string | null;
        };
        throw new ApiRefusal(answer.status, error, errorDescription);
      },
    ]),
  );
}
