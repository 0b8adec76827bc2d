import { type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import { type GraphQLError } from "graphql";
import { admitOperation, type AdmissionRules } from "./operation-admission";
import { REQUEST_ID_HEADER } from "./request-id";

/** Runs the last gate before Apollo executes an operation that came over HTTP. */
export function admissionPlugin<Context extends BaseContext>(
  rules: AdmissionRules<Context>,
  refusal: (error: unknown, requestId: string) => GraphQLError,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () => {
      let admitted: { readonly values: number; readonly clock: WorkClock } | undefined;
      return Promise.resolve({
        didResolveOperation: async ({ request, document, contextValue }) => {
          const { operationName, variables } = request;
          try {
            const { size } = await admitOperation(rules, { document, operationName, variables }, contextValue);
            admitted = { values: size.values, clock: new WorkClock() };
          } catch (error) {
            throw refusal(error, request.http?.headers.get(REQUEST_ID_HEADER) ?? "");
          }
        },
        willSendResponse: ({ contextValue }) => {
          if (admitted) rules.settleWork?.(contextValue, admitted.values, admitted.clock.tookMs());
          return Promise.resolve();
        },
      });
    },
  };
}

/** What the process has worked since, at most as long as it is ago: others may have worked meanwhile, but not longer. */
class WorkClock {
  private readonly startedAt = performance.now();
  private readonly used = process.cpuUsage();

  tookMs(): number {
    const { user, system } = process.cpuUsage(this.used);
    return Math.min(performance.now() - this.startedAt, (user + system) / 1_000);
  }
}
