import { CHROMIUM } from "../support/browser";
import { fillIn } from "../support/console-form";
import { ConsolePage } from "../support/console-page";
import { eventuallyIs } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { faultsAtAnyWidth } from "../support/looks";
import { ADMIN_KEY } from "../support/settings";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the people room of the console (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.until(`document.querySelector(".sign-in") === null`);
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const works = async (key: string) => {
    const asked = gateway.client.query<object>("{ caller { label } }", {}, key);
    return (await asked).data ?? null;
  };

  it("shows a new key only once, then its holder, and ends it for good", async () => {
    await page.openRoom("people");
    await page.press("Make a key", "main");
    await fillIn(page, "For whom", "Olga, evening");
    await page.press("Make it", "[role=dialog]");
    const key = await page.until<string>(`document.querySelector(".secret input")?.value`);
    expect(await works(key)).toEqual({ caller: { label: "Olga, evening" } });
    await page.press("Handed over", "[role=dialog]");
    await page.sees("Operator", '[data-key="Olga, evening"]');
    expect(await page.text("main")).not.toContain(key);
    const left = (cell: string) =>
      `document.querySelector("main table ${cell}").getBoundingClientRect().left`;
    expect(await page.browser.evaluate(`${left("thead tr > *")} - ${left("tbody tr > *")}`)).toBe(
      0,
    );

    await page.press("End…", '[data-key="Olga, evening"]');
    await page.press("End the key", "[role=alertdialog]");
    await page.sees("Ended keys: 1", "main");
    expect(await works(key)).toBeNull();
  });

  it.each([
    ["ru", 1440, "Отозванные ключи", "Выдать ключ"],
    ["en", 390, "Ended keys", "Make a key"],
  ])("is accessible in %s, at %i pixels and other widths", async (language, width, ended, make) => {
    await page.browser.resize(width);
    await page.browser.evaluate(`localStorage.setItem("console:language", "${language}")`);
    await page.visit("people");
    await page.sees(ended, "main");
    expect(await faultsAtAnyWidth(page, width)).toEqual([]);
    await page.press(make, "main");
    await page.until(`document.querySelector("[role=dialog]") !== null`);
    expect(await faultsAtAnyWidth(page, width)).toEqual([]);
  });

  it("hides phones while nobody is at the screen", async () => {
    const away = `document.documentElement.hasAttribute("data-away")`;
    await page.browser.evaluate(`(() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    })()`);
    expect(await page.browser.evaluate(away)).toBe(true);
    await page.browser.evaluate(`(() => {
      delete document.hidden;
      document.dispatchEvent(new Event("visibilitychange"));
    })()`);
    expect(await page.browser.evaluate(away)).toBe(false);
  });

  describe("of a platform with two companies", () => {
    const make = async (mutation: string, input: object) => {
      const answer = await gateway.client.ask<
        Record<string, Record<string, { id: string } | null>>
      >(
        `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
          ${mutation}(input: $input) { ${mutation.replace("create", "").toLowerCase()} { id } } }`,
        { input },
        ADMIN_KEY,
      );
      return Object.values(answer[mutation] ?? {})[0]?.id ?? "";
    };
    const place = { country: "RU", timeZone: "Europe/Moscow" };
    const listed = () => page.text("[data-branch] h2");

    beforeAll(async () => {
      const companyId = await make("createCompany", { name: "Sushi Ltd" });
      await make("createBranch", { name: "Pizza here", ...place });
      await make("createBranch", { name: "Sushi there", ...place, companyId });
      await page.browser.resize(1440);
      await page.browser.evaluate(`localStorage.setItem("console:language", "en")`);
      await page.visit("branches");
      await page.sees("All branches", ".place");
    });

    const choose = async (company: string) => {
      await page.until(`document.querySelector(".place").click() ?? true`);
      await page.choose(".pop.branches select", company);
      await page.browser.press("Escape");
      await page.until(`document.querySelector(".pop.branches") === null`);
    };

    it("shows the branches of the chosen one, even after a reload, and then of all again", async () => {
      await page.sees("Pizza here", "[data-branch]");
      await choose("Sushi Ltd");
      await eventuallyIs(listed, "Sushi there");
      await page.openRoom("people");
      await page.visit("branches");
      await eventuallyIs(listed, "Sushi there");
      await page.sees("Sushi there", ".place");
    });

    it("creates a key for the chosen company, which sees nothing of the other", async () => {
      await page.openRoom("people");
      await page.press("Make a key", "main");
      await fillIn(page, "For whom", "Sushi manager");
      await page.press("Make it", "[role=dialog]");
      const key = await page.until<string>(`document.querySelector(".secret input")?.value`);
      const { branches } = await gateway.client.ask<{ branches: { nodes: object[] } }>(
        "{ branches { nodes { name } } }",
        {},
        key,
      );
      expect(branches.nodes).toEqual([{ name: "Sushi there" }]);
      await page.press("Handed over", "[role=dialog]");
      await page.sees("Sushi manager", "main table");
      expect(await page.text("main table")).not.toContain("Olga");
      await choose("All companies");
      await page.sees("All branches", ".place");
      await page.openRoom("branches");
      await eventuallyIs(listed, "Pizza here | Sushi there");
    });
  });

  it("calls only the gateway, and logs no errors", () => {
    const hosts = page.browser.requested
      .filter((url) => !/^(data|blob):/.test(url))
      .map((url) => new URL(url).host);
    expect([...new Set(hosts)]).toEqual([new URL(gateway.client.url).host]);
    expect(page.browser.complaints).toEqual([]);
  });
});
