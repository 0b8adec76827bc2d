/**
 * A point in time that knows its age. The wall clock may jump, and the monotonic clock stops while
 * the machine sleeps, so the larger of the two ages is the right one.
 */
export class Moment {
  private constructor(
    private readonly wall: number,
    private readonly monotonic: number,
  ) {}

  static now(): Moment {
    return new Moment(Date.now(), performance.now());
  }

  ageMs(): number {
    return Math.max(Date.now() - this.wall, performance.now() - this.monotonic);
  }
}
