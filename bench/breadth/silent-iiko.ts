import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

const NOTHING_NEW = { maxRevision: 1, ordersByOrganizations: [] };
const ANSWERS: Readonly<Record<string, object>> = {
  "/api/1/access_token": { correlationId: "0", token: "a-token-of-the-bench" },
  "/api/1/deliveries/by_revision": NOTHING_NEW,
  "/api/1/deliveries/by_delivery_date_and_status": NOTHING_NEW,
};
const POLLS = "/api/1/deliveries/by_revision";

/** An iiko where nothing happens: it accepts every key, and answers each poll immediately. */
export class SilentIiko {
  polls = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SilentIiko> {
    const server = createServer();
    const iiko = new SilentIiko(server);
    server.on("request", (request, response) => {
      const path = request.url ?? "";
      if (path === POLLS) iiko.polls += 1;
      request.resume();
      request.on("end", () => {
        response.setHeader("content-type", "application/json");
        response.statusCode = ANSWERS[path] ? 200 : 404;
        response.end(JSON.stringify(ANSWERS[path] ?? { errorDescription: "None of the bench's" }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return iiko;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
