import { type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginInlineTrace } from "@apollo/server/plugin/inlineTrace";

/**
 * Tells routers that ask for it how long each field took (ftv1). Apollo would tell everybody, and
 * watching fields makes all later requests slower, so a stranger's header must not begin it.
 */
export function tracesFor<Context extends BaseContext>(
  mayTrace: ((context: Context) => boolean) | undefined,
): ApolloServerPlugin<Context> {
  if (!mayTrace) return ApolloServerPluginInlineTraceDisabled();
  const plugin = ApolloServerPluginInlineTrace();
  return {
    ...plugin,
    requestDidStart: async (request) => {
      return mayTrace(request.contextValue) ? plugin.requestDidStart?.(request) : undefined;
    },
  };
}
