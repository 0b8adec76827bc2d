import { type DataSource } from "typeorm";

// A time in the future means that the clock has been set back since.
const TAKE = `
  insert into rounds as round (name, began_at) values ($1, clock_timestamp())
  on conflict (name) do update set began_at = excluded.began_at
  where round.began_at <= clock_timestamp() - make_interval(secs => $2)
     or round.began_at > clock_timestamp() + interval '1 minute'
  returning name`;

/** Decides which process does periodic work that only one of all processes has to do. */
export class ClaimRound {
  constructor(private readonly db: DataSource) {}

  /**
   * Returns true for one process, once in that many seconds, by the database's clock. Needs no job
   * and no lock, so it survives every crash and every deletion.
   */
  async execute(name: string, everySeconds: number): Promise<boolean> {
    return (await this.db.query<unknown[]>(TAKE, [name, everySeconds])).length > 0;
  }
}
