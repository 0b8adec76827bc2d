import { z } from "zod";

import { parseRequest } from "../parse-request";
import { type ApiRoutes } from "../server/api-routes";
import { type Memory } from "../state/memory";
import { webHooksFilterSchema } from "./web-hook-registration";

const readSchema = z.object({ organizationId: z.guid() });
const updateSchema = z.object({
  organizationId: z.guid(),
  webHooksUri: z.union([z.literal(""), z.url()]),
  authToken: z.string().nullish(),
  webHooksFilter: webHooksFilterSchema.nullish(),
});

/**
 * Where web hooks go: one address per key and organization; each write replaces the previous one.
 */
export function webHookRoutes(memory: Memory): ApiRoutes {
  return {
    "/api/1/webhooks/settings": (body, { key }) => {
      const { organizationId } = parseRequest(readSchema, body);
      const known = memory.state.webHooks.find(
        (one) => one.key === key.value && one.organizationId === organizationId,
      );
      return {
        apiLoginName: key.name,
        webHooksUri: known?.uri ?? null,
        authToken: known?.authToken ?? null,
        webHooksFilter: known?.filter ?? null,
      };
    },
    "/api/1/webhooks/update_settings": (body, { key }) => {
      const { organizationId, webHooksUri, authToken, webHooksFilter } = parseRequest(
        updateSchema,
        body,
      );
      const others = memory.state.webHooks.filter(
        (one) => one.key !== key.value || one.organizationId !== organizationId,
      );
      const registration = { key: key.value, organizationId, uri: webHooksUri };
      memory.state.webHooks = [
        ...others,
        { ...registration, authToken: authToken ?? null, filter: webHooksFilter ?? null },
      ];
      memory.changed();
      return {};
    },
  };
}
