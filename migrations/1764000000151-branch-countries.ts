import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A branch knows its country, by which phones are read. Those there are: as far as their currency and time zone tell. */
export class BranchCountries1764000000151 implements MigrationInterface {
  name = "BranchCountries1764000000151";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table branches add country text not null default 'RU',
        add constraint branches_country_iso check (country ~ '^[A-Z]{2}$')`);
    await queryRunner.query(`
      update branches set country = coalesce(
        (select country from (values ${pairs(BY_CURRENCY)}) as known (code, country) where code = currency_code),
        (select country from (values ${pairs(BY_ZONE)}) as known (zone, country) where zone = time_zone),
        'RU')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branches drop country");
  }
}

const BY_CURRENCY = {
  ...{ RUB: "RU", BYN: "BY", KZT: "KZ", UZS: "UZ", AMD: "AM", GEL: "GE", KGS: "KG", AZN: "AZ", MDL: "MD", TJS: "TJ" },
  ...{ TMT: "TM", UAH: "UA", MNT: "MN", TRY: "TR", ILS: "IL", AED: "AE", RSD: "RS", THB: "TH", VND: "VN", PLN: "PL" },
};

const BY_ZONE = {
  ...{ "Europe/Minsk": "BY", "Asia/Tbilisi": "GE", "Asia/Yerevan": "AM", "Asia/Baku": "AZ", "Asia/Bishkek": "KG" },
  ...{ "Asia/Tashkent": "UZ", "Asia/Samarkand": "UZ", "Asia/Dushanbe": "TJ", "Asia/Ashgabat": "TM" },
  ...{ "Asia/Almaty": "KZ", "Asia/Qyzylorda": "KZ", "Asia/Aqtau": "KZ", "Asia/Aqtobe": "KZ", "Asia/Atyrau": "KZ" },
  ...{ "Asia/Oral": "KZ", "Asia/Qostanay": "KZ", "Europe/Chisinau": "MD", "Europe/Kyiv": "UA", "Europe/Kiev": "UA" },
  ...{ "Europe/Riga": "LV", "Europe/Vilnius": "LT", "Europe/Tallinn": "EE", "Asia/Nicosia": "CY", "Asia/Dubai": "AE" },
  ...{ "Europe/Istanbul": "TR", "Europe/Belgrade": "RS", "Europe/Berlin": "DE", "Europe/Warsaw": "PL" },
};

function pairs(countries: Readonly<Record<string, string>>): string {
  return Object.entries(countries)
    .map(([known, country]) => `('${known}', '${country}')`)
    .join(", ");
}
