/** Which columns of catalogues and their plans hold personal data: none hold any of guests. */
export const CATALOGUE_TABLES = {
  catalog_plans: {
    plain: `id branch_id section_id kind base_version source_revision summary created_at expires_at applied_at apply_key
      guards pos_menu_read_at`,
  },
  catalog_plan_changes: {
    plain: "plan_id position article action name reason fields target taken",
  },
  catalogue_works: {
    plain: "branch_id kind run_id step done total begun_at told_at ended_at failed",
  },
  branches_plans: {
    plain: "id kind step job_id created_at expires_at rest_asked_at undo_asked_at",
    staff: "actor request",
  },
  branches_plan_entries: {
    plain: `plan_id position branch_id state reason catalog_plan_id new_section base_version applied_version applied_at
      undone_at`,
    staff: "differences before",
  },
  sections: { plain: "id branch_id name slug position" },
  products: {
    plain: `id branch_id section_id position article name description image_urls pos_product_id compound nutrition
      created_at locked_fields field_sources combo_groups`,
  },
  product_sizes: { plain: "id product_id pos_size_id name price is_default position" },
  option_groups: { plain: "id product_id pos_group_id name min max free_amount position" },
  options: {
    plain: `id option_group_id pos_product_id article name price price_by_size min max by_default free_amount position`,
  },
  pos_menus: {
    plain: `branch_id source revision content_hash categories refreshed_at products issues drift sale_hours weighed held_back failing_since
      last_error`,
  },
  pos_menu_bodies: { plain: "branch_id held_back body_gzip received_at" },
  stop_lists: { plain: "branch_id groups revision read_at failing_since due_at" },
} as const;
