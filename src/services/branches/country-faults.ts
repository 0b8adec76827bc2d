import { isCountry } from "../../domain/guests/country";
import { type UserFault } from "../../domain/faults/user-fault";
import { invalid } from "./changes/branch-fault";

export function countryFaults(country: string): UserFault[] {
  if (isCountry(country)) return [];
  const ru = "Нет такой страны: нужны две буквы ISO 3166. Пример: RU";
  return [
    invalid(["input", "country"], ru, "No such country: two letters of ISO 3166. Example: RU"),
  ];
}
