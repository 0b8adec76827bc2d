export { type ClientOptions } from "./client-options.ts";
export {
  createClient,
  type GatewayClient,
  type MenuWithPages,
  type ProductFilter,
  type Received,
} from "./create-client.ts";
export { GatewayError } from "./gateway-error.ts";
export { type SocketConstructor, type SocketLike } from "./gateway-socket.ts";
export { GatewayUnreachable } from "./gateway-unreachable.ts";
export type * from "./operations.ts";
export { type Connection, type TrackOptions } from "./order-follower.ts";
export { timeInWords } from "./time-in-words.ts";
