//! What the made-up person can eat: dishes of foods of the table by number and grams, and the few foods and recipes of her own.
//!
//! Of every kind there are dishes with and without dairy, gluten and chilli, so that none of these goes along with another or
//! with fibre: which dish is eaten on which day is chosen in [`super::menus`]. Of each list the first are eaten most.

/// A dish: what it is called, and its foods with their grams.
pub(super) struct Dish {
    /// Name as a person would write it down.
    pub(super) name: &'static str,
    /// Numbers of foods, and grams of each.
    pub(super) foods: &'static [(u32, f64)],
}

const fn dish(name: &'static str, foods: &'static [(u32, f64)]) -> Dish {
    Dish { name, foods }
}

/// Numbers of the person's own foods and recipes.
pub(super) const CRISPBREAD: u32 = 1_000_000_000;
pub(super) const OAT_DRINK: u32 = 1_000_000_001;
pub(super) const LENTIL_SOUP: u32 = 2_000_000_000;
pub(super) const CHICKPEA_CURRY: u32 = 2_000_000_001;
pub(super) const RAGOUT: u32 = 2_000_000_002;

/// What is eaten in the morning.
#[rustfmt::skip]
pub(super) const BREAKFASTS: &[Dish] = &[
    dish("Porridge with blueberries and flax", &[(57_602_100, 50.0), (1_019_041, 200.0), (63_203_010, 80.0), (43_104_000, 10.0)]),
    dish("Toast with butter and jam", &[(51_133_010, 60.0), (81_101_000, 10.0), (91_402_000, 25.0)]),
    dish("Rye bread with cheddar and cucumber", &[(51_401_010, 80.0), (14_104_100, 30.0), (75_111_000, 60.0)]),
    dish("Toast with peanut butter and banana", &[(51_300_120, 70.0), (42_202_000, 20.0), (63_107_010, 110.0)]),
    dish("Yogurt with banana and flax", &[(11_411_100, 200.0), (63_107_010, 110.0), (43_104_000, 10.0)]),
    dish("Croissant on the way", &[(51_166_000, 60.0)]),
    dish("Corn tortilla with egg and avocado", &[(52_215_100, 60.0), (31_103_010, 60.0), (63_105_010, 60.0)]),
    dish("Rye bread with egg and tomato", &[(51_401_010, 80.0), (31_103_010, 60.0), (74_101_000, 80.0)]),
    dish("Fried rice with egg and peas", &[(56_205_008, 180.0), (31_105_030, 60.0), (75_224_022, 60.0)]),
    dish("Toast with tomato and olive oil", &[(51_133_010, 70.0), (74_101_000, 100.0), (82_104_000, 8.0)]),
    dish("Oats with banana and oat drink", &[(57_602_100, 45.0), (OAT_DRINK, 200.0), (63_107_010, 110.0)]),
    dish("Eggs with spinach and potatoes", &[(31_105_030, 110.0), (72_125_211, 80.0), (71_103_010, 150.0)]),
    dish("Eggs with feta and tomato", &[(31_105_030, 110.0), (14_104_400, 30.0), (74_101_000, 80.0)]),
    dish("Soya yogurt with raspberries", &[(41_420_380, 150.0), (63_219_000, 80.0), (43_101_050, 15.0)]),
    dish("Porridge with apple and almonds", &[(57_602_100, 50.0), (11_350_020, 200.0), (63_101_000, 120.0), (42_101_000, 15.0)]),
    dish("Crispbread with cottage cheese", &[(CRISPBREAD, 40.0), (14_204_010, 80.0), (74_101_000, 60.0)]),
    dish("Crispbread with avocado", &[(CRISPBREAD, 40.0), (63_105_010, 70.0)]),
    dish("Granola with yogurt", &[(57_227_000, 60.0), (11_411_100, 150.0)]),
    dish("Granola with soya milk", &[(57_227_000, 60.0), (11_320_100, 150.0)]),
    dish("Greek yogurt with pear and walnuts", &[(11_411_400, 150.0), (63_137_010, 160.0), (12_155, 15.0)]),
    dish("Buckwheat with soya milk and kiwi", &[(20_010, 180.0), (11_320_100, 100.0), (63_126_500, 80.0)]),
];

/// What is eaten at noon.
#[rustfmt::skip]
pub(super) const LUNCHES: &[Dish] = &[
    dish("Cheese sandwich from the station", &[(51_300_110, 80.0), (14_104_100, 40.0), (75_113_000, 20.0), (74_101_000, 40.0)]),
    dish("Canteen: pasta with tomato sauce", &[(56_130_000, 220.0), (74_404_010, 150.0)]),
    dish("Baked potato with tuna and sweetcorn", &[(71_508_001, 220.0), (26_155_110, 80.0), (75_216_113, 60.0), (83_107_000, 15.0)]),
    dish("Ham sandwich", &[(51_401_010, 80.0), (22_311_000, 50.0), (75_506_010, 5.0), (75_113_000, 20.0)]),
    dish("Baked potato with cheddar and salad", &[(71_508_001, 220.0), (14_104_100, 40.0), (75_113_000, 50.0), (75_111_000, 50.0)]),
    dish("Canteen: pasta with tomato sauce and parmesan", &[(56_130_000, 220.0), (74_404_010, 150.0), (14_108_020, 15.0)]),
    dish("Lentil soup with brown bread", &[(LENTIL_SOUP, 350.0), (51_300_110, 60.0)]),
    dish("Sushi, small box", &[(58_151_170, 150.0), (58_151_220, 120.0), (41_420_300, 10.0)]),
    dish("Rice noodles with prawns and chilli", &[(20_134, 200.0), (26_319_130, 90.0), (73_101_010, 50.0), (42_111_000, 15.0), (75_121_000, 8.0)]),
    dish("Chicken curry from round the corner", &[(27_146_150, 280.0), (56_205_008, 160.0)]),
    dish("Mozzarella, tomato and basil, baguette", &[(14_670_000, 200.0), (51_107_010, 70.0)]),
    dish("Rice salad with salmon and cucumber", &[(56_205_008, 180.0), (26_137_190, 60.0), (75_111_000, 80.0), (63_105_010, 50.0)]),
    dish("Lentil soup with corn tortilla", &[(LENTIL_SOUP, 350.0), (52_215_100, 50.0)]),
    dish("Spicy noodles with tofu", &[(56_112_000, 200.0), (16_426, 100.0), (73_101_010, 60.0), (75_121_000, 8.0), (41_420_300, 10.0)]),
    dish("Mozzarella, tomato and potatoes", &[(14_670_000, 200.0), (71_103_010, 180.0)]),
    dish("Chicken curry with flatbread", &[(27_146_150, 280.0), (51_109_100, 70.0)]),
    dish("Creamy tomato soup, baguette", &[(74_601_010, 350.0), (51_107_010, 60.0)]),
    dish("Falafel wrap", &[(52_215_200, 60.0), (41_209_000, 100.0), (41_205_070, 40.0), (75_113_000, 30.0)]),
    dish("Cheeseburger and chips", &[(27_510_155, 200.0), (71_400_990, 120.0)]),
    dish("Tomato soup with rye bread", &[(74_601_000, 350.0), (51_401_010, 60.0)]),
    dish("Salad with chickpeas, olives and feta", &[(41_302_080, 120.0), (75_111_000, 80.0), (74_101_000, 100.0), (14_104_400, 40.0), (75_510_010, 20.0), (82_104_000, 10.0)]),
    dish("Bean chilli from the day before", &[(41_221_020, 220.0), (56_205_008, 150.0)]),
    dish("Baked potato with hummus and beetroot", &[(71_508_001, 220.0), (41_205_070, 50.0), (75_208_011, 80.0)]),
    dish("Salad with bulgur and chickpeas", &[(20_013, 150.0), (41_302_080, 80.0), (74_101_000, 80.0), (75_122_200, 60.0), (82_104_000, 10.0)]),
    dish("Salad with quinoa and black beans", &[(20_137, 150.0), (41_102_080, 80.0), (75_122_200, 80.0), (75_216_113, 50.0), (82_104_000, 10.0)]),
    dish("Minestrone with bread", &[(75_651_000, 350.0), (51_107_010, 60.0)]),
];

/// What is eaten in the evening.
#[rustfmt::skip]
pub(super) const DINNERS: &[Dish] = &[
    dish("Spaghetti with meat sauce and parmesan", &[(56_130_000, 220.0), (27_162_040, 180.0), (14_108_020, 15.0)]),
    dish("Salmon, potatoes, broccoli", &[(26_137_160, 140.0), (71_103_010, 220.0), (72_201_211, 150.0), (82_104_000, 8.0)]),
    dish("Pizza with friends", &[(58_106_225, 330.0)]),
    dish("Chilli with kidney beans and rice", &[(27_111_400, 320.0), (56_205_008, 180.0)]),
    dish("Chicken, rice, courgettes", &[(24_122_131, 140.0), (56_205_008, 200.0), (75_233_011, 150.0), (82_104_000, 8.0)]),
    dish("Spaghetti with meat sauce", &[(56_130_000, 220.0), (27_162_040, 180.0)]),
    dish("Cod, green beans, potatoes with butter", &[(26_109_160, 150.0), (75_205_021, 150.0), (71_103_010, 200.0), (81_101_000, 12.0)]),
    dish("Fish fingers, chips, peas", &[(26_100_270, 120.0), (71_400_990, 150.0), (75_224_022, 80.0)]),
    dish("Salmon, mashed potato, peas", &[(26_137_160, 140.0), (71_501_000, 220.0), (75_224_022, 100.0)]),
    dish("Eggs with mushrooms and bread", &[(31_105_030, 120.0), (11_263, 120.0), (51_133_010, 80.0)]),
    dish("Steak, chips, green salad", &[(21_101_000, 150.0), (71_400_990, 150.0), (75_114_000, 80.0), (82_104_000, 8.0)]),
    dish("Chickpea curry with rice", &[(CHICKPEA_CURRY, 350.0), (56_205_018, 180.0)]),
    dish("Tacos", &[(58_102_010, 250.0), (75_113_000, 40.0)]),
    dish("Lasagne", &[(58_130_011, 350.0), (75_113_000, 60.0)]),
    dish("Noodles with prawns and chilli", &[(56_112_000, 200.0), (26_319_130, 100.0), (72_201_211, 100.0), (75_121_000, 8.0), (41_420_300, 10.0)]),
    dish("Wholegrain pasta with pesto", &[(56_132_990, 220.0), (81_302_070, 40.0), (74_101_000, 100.0)]),
    dish("Chicken, roast carrots and parsnips", &[(24_152_230, 150.0), (73_102_211, 120.0), (11_299, 120.0), (71_103_010, 150.0)]),
    dish("Chilli with cheese in a tortilla", &[(27_111_400, 250.0), (52_215_200, 70.0), (14_104_100, 30.0)]),
    dish("Polenta with mushrooms and parmesan", &[(1_009_615, 250.0), (11_263, 150.0), (14_108_020, 20.0)]),
    dish("Turkey, sweet potato, cauliflower", &[(24_201_020, 140.0), (73_403_010, 200.0), (75_214_011, 150.0)]),
    dish("Wholegrain pasta with lentil ragout", &[(56_132_990, 200.0), (RAGOUT, 250.0)]),
    dish("Chickpea curry with flatbread", &[(CHICKPEA_CURRY, 330.0), (51_301_600, 60.0)]),
    dish("Vegetable curry with rice", &[(75_440_600, 350.0), (56_205_018, 180.0)]),
    dish("Polenta with lentil ragout", &[(1_009_615, 220.0), (RAGOUT, 250.0)]),
    dish("Couscous with roast vegetables", &[(20_029, 200.0), (75_233_011, 120.0), (75_122_200, 100.0), (41_302_080, 60.0), (82_104_000, 10.0)]),
    dish("Stir-fried vegetables with tofu and noodles", &[(75_340_010, 200.0), (16_426, 120.0), (56_112_000, 150.0), (41_420_300, 10.0)]),
    dish("Stir-fried vegetables with tofu and rice", &[(75_340_010, 200.0), (16_426, 120.0), (56_205_008, 180.0)]),
    dish("Lamb stew", &[(27_330_210, 400.0)]),
    dish("Lamb stew with baguette", &[(27_330_210, 350.0), (51_107_010, 70.0)]),
    dish("Vegetable soup and bread", &[(75_649_110, 400.0), (51_300_110, 80.0)]),
    dish("Creamy vegetable soup and bread", &[(75_611_010, 400.0), (51_300_110, 80.0)]),
    dish("Vegetable curry with flatbread", &[(75_440_600, 350.0), (51_301_600, 70.0)]),
];

/// Sweet things and drinks.
#[rustfmt::skip]
pub(super) const SWEETS: &[Dish] = &[
    dish("Cola", &[(92_410_310, 340.0)]),
    dish("Iced tea", &[(92_309_000, 330.0)]),
    dish("Wine gums", &[(91_745_010, 40.0)]),
    dish("Sorbet", &[(63_430_150, 120.0)]),
    dish("Strawberry tart", &[(53_312_000, 120.0)]),
    dish("Biscotti", &[(53_203_500, 45.0)]),
    dish("Milk chocolate", &[(91_705_010, 40.0)]),
    dish("Strawberry milk", &[(11_519_050, 300.0)]),
    dish("Caramel popcorn", &[(54_403_110, 40.0)]),
    dish("Ice cream", &[(13_110_100, 130.0)]),
    dish("Cheesecake at a birthday", &[(53_104_500, 110.0)]),
];

/// Live ferments between meals.
#[rustfmt::skip]
pub(super) const LIVE: &[Dish] = &[
    dish("Kefir", &[(1_019_865, 200.0)]),
    dish("Plain yogurt", &[(11_411_010, 150.0)]),
    dish("Soya yogurt", &[(41_420_380, 150.0)]),
    dish("Kombucha", &[(92_306_920, 240.0)]),
    dish("Kimchi", &[(75_502_520, 50.0)]),
];

/// Fruit, nuts and vegetables between meals, with no dairy, gluten, chilli or added sugar.
#[rustfmt::skip]
pub(super) const SIDES: &[Dish] = &[
    dish("Apple", &[(63_101_000, 150.0)]),
    dish("Pear", &[(63_137_010, 170.0)]),
    dish("Orange", &[(61_119_010, 150.0)]),
    dish("Banana", &[(63_107_010, 115.0)]),
    dish("Two kiwis", &[(63_126_500, 150.0)]),
    dish("Raspberries", &[(63_219_000, 100.0)]),
    dish("Strawberries", &[(63_223_020, 150.0)]),
    dish("Grapes", &[(63_123_000, 120.0)]),
    dish("Plums", &[(63_143_010, 130.0)]),
    dish("Mango", &[(63_129_010, 160.0)]),
    dish("Almonds", &[(42_101_000, 30.0)]),
    dish("Walnuts and raisins", &[(12_155, 25.0), (62_125_100, 20.0)]),
    dish("Dried apricots", &[(62_104_100, 40.0)]),
    dish("Carrots with hummus", &[(73_101_010, 100.0), (41_205_070, 50.0)]),
    dish("Popcorn", &[(54_403_010, 25.0)]),
    dish("Mixed nuts and dates", &[(42_116_000, 20.0), (42_101_000, 20.0), (62_110_100, 30.0)]),
];

/// Wine, beer and cider: the food, and grams of a glass or bottle.
pub(super) const GLASSES: &[(u32, f64)] =
    &[(93_401_010, 150.0), (93_401_020, 150.0), (93_401_030, 150.0), (93_101_000, 330.0), (93_106_500, 330.0)];
/// Tap water.
pub(super) const WATER: u32 = 94_000_100;
/// Teas that are drunk: black, green, herbs.
pub(super) const TEAS: &[u32] = &[92_302_000, 92_303_010, 92_306_000];
/// Coffee, black.
pub(super) const COFFEE: u32 = 92_101_000;
