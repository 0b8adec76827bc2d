let visits = 0;

/** Not run on its own: tests/integration/unit-project.test.ts runs two files with these tests. */
export function describeOneOfTwo(name: string): void {
  visits += 1;

  describe(`${name}, as visit ${visits}`, () => {
    it("finds time and chance as they are", () => {
      expect(jest.isMockFunction(Math.random)).toBe(false);
      expect(Date.now()).toBeGreaterThan(0);
    });

    it("leaves time and chance as they are not", () => {
      jest.useFakeTimers({ now: -1 });
      jest.spyOn(Math, "random").mockReturnValue(4);
      expect(Date.now()).toBe(-1);
    });

    it("fails", () => expect(name).toBe("neither"));
  });
}
