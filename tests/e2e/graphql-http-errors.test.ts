import { type GraphqlAnswer, SampleServer, WRONG_TOKEN } from "../support/sample-server";

let server: SampleServer;
let outside: SampleServer;

beforeAll(async () => {
  server = await SampleServer.start({
    registerRoutes: (fastify) => {
      fastify.get("/crash", () => {
        throw new Error("password=hunter2");
      });
    },
  });
  outside = await SampleServer.start({ production: true, introspection: false });
});

afterAll(async () => {
  await Promise.all([server.running.close(), outside.running.close()]);
});

describe("the HTTP server: errors", () => {
  it("masks what a resolver throws, and logs its text under the same request id", async () => {
    const response = await server.post(
      { query: "query Crash { crash }" },
      { "x-request-id": "crash-1" },
    );
    const text = await response.text();

    expect(text).not.toContain("hunter2");
    expect((JSON.parse(text) as GraphqlAnswer).errors).toMatchObject([
      {
        message: "Internal server error",
        path: ["crash"],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "crash-1", retryable: true },
      },
    ]);
    const line = server.log.find(
      (entry) => entry["msg"] === "unexpected error" && entry["requestId"] === "crash-1",
    );
    expect(line).toMatchObject({
      operationName: "Crash",
      path: ["crash"],
      err: { message: "password=hunter2" },
    });
  });

  it("shows a deliberate error with code, message, retryable and request id", async () => {
    const { body } = await server.query("{ refused }");
    expect(body.errors).toMatchObject([
      {
        message: "No such order",
        extensions: {
          code: "NOT_FOUND",
          retryable: false,
          requestId: expect.any(String) as string,
        },
      },
    ]);
  });

  it.each(["broken", "badInt"])("masks %s, which only an operator can fix", async (field) => {
    const { body } = await server.query(`{ ${field} }`);
    expect(body.errors).toMatchObject([{ message: "Internal server error" }]);
    expect(JSON.stringify(body)).not.toMatch(/orderInfo|4111/);
  });

  it("names the property and the rule of invalid input, and sends no value back", async () => {
    const { body } = await server.query("{ invalid }");
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      validationErrors: [{ property: "customer.phone", constraints: ["isPhone"] }],
    });
    expect(JSON.stringify(body)).not.toContain("+7");
  });

  it("tells a client that its argument is null", async () => {
    const { body } = await server.query("query ($n: Int! = 1) { dishes(first: $n) { name } }", {
      n: null,
    });
    expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("answers wrong credentials with 401", async () => {
    const response = await server.post({ query: "{ hello }" }, { authorization: WRONG_TOKEN });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: "The token is not valid",
          extensions: { code: "UNAUTHENTICATED", requestId: /./ as never },
        },
      ],
    });
  });

  it("answers 500 without the reason when no context can be created", async () => {
    const broken = await SampleServer.start({
      contextFor: () => Promise.reject(new Error("password=hunter2")),
    });
    const response = await broken.post({ query: "{ hello }" });
    const text = await response.text();
    await broken.running.close();

    expect(response.status).toBe(500);
    expect(text).not.toContain("hunter2");
    expect(JSON.stringify(broken.log)).toContain("hunter2");
  });

  it("hides suggestions and introspection from outsiders", async () => {
    const misspelt = await outside.query("{ hallo }");
    expect(misspelt.status).toBe(400);
    expect(misspelt.body.errors?.[0]?.message).toBe('Cannot query field "hallo" on type "Query".');
    const wrongEnum = await outside.query("query ($mood: Mood) { hello(mood: $mood) }", {
      mood: "HAPY",
    });
    expect(JSON.stringify(wrongEnum.body)).not.toContain("HAPPY");
    expect(await outside.query('{ __type(name: "Query") { name } }')).toMatchObject({
      status: 400,
    });
    expect(await outside.query("{ __typename }")).toMatchObject({ status: 200 });
  });

  it("answers crashes outside GraphQL in the same shape", async () => {
    const response = await fetch(`${server.running.url}/crash`);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ errors: [{ message: "Internal server error" }] });
  });
});
