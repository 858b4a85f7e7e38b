//! What people type, and the food they mean: plain words, plurals, British, American and foreign names, slips of the hand, words
//! joined and split, beginnings, and names of makers.

use gutskin::foods::food::Food;
use gutskin::foods::search::{Hit, grouped};
use gutskin::foods::table::FoodTable;
use gutskin::foods::tags::{Presence, Tag};
use gutskin::model::food_line::FoodId;

/// What is typed, and how the names of the foods meant begin, parted by semicolons.
const PHRASES: &[(&str, &str)] = &[
    // Plain.
    ("oats", "Oats, rolled;Porridge"),
    ("apple", "Apple, raw"),
    ("banana", "Banana, raw"),
    ("blueberries", "Blueberries, raw"),
    ("kefir", "Kefir, plain"),
    ("broccoli", "Broccoli, "),
    ("carrot", "Carrots, "),
    ("spinach", "Spinach, "),
    ("butter", "Butter"),
    ("salmon", "Salmon, "),
    ("tofu", "Tofu, "),
    ("lentils", "Lentils, "),
    ("honey", "Honey"),
    ("rice", "White rice;Rice, ;Brown rice"),
    ("milk", "Milk, "),
    ("egg", "Egg, "),
    ("cheddar", "Cheddar cheese"),
    ("yogurt", "Yogurt, "),
    ("bread", "White bread;Bread, "),
    ("pasta", "Pasta, "),
    ("coffee", "Coffee, ;Coffee with"),
    ("tea", "Black tea;Tea with;Green tea"),
    ("water", "Water"),
    ("beer", "Beer"),
    ("red wine", "Red wine"),
    ("sauerkraut", "Sauerkraut"),
    ("kimchi", "Kimchi"),
    ("olive oil", "Olive oil"),
    ("hummus", "Hummus"),
    ("pizza", "Pizza, ;Pizza ("),
    ("haddock", "Haddock, ;Smoked haddock"),
    ("scone", "Scone"),
    ("chicken curry", "Chicken curry"),
    ("tomato soup", "Tomato soup"),
    // Plural and singular.
    ("almond", "Almonds"),
    ("raspberry", "Raspberries"),
    ("strawberry", "Strawberries, raw"),
    ("potatoes", "Boiled potato;Baked potato;Potato, ;Mashed potato"),
    ("cherry", "Cherries, raw"),
    ("peaches", "Peach, raw"),
    ("cookies", "Biscuit / cookie;Chocolate chip biscuit"),
    ("walnut", "Walnuts"),
    ("mushroom", "Mushrooms, "),
    ("onion", "Onions, "),
    ("radishes", "Radish"),
    ("leek", "Leeks"),
    ("grape", "Grapes, raw"),
    ("anchovies", "Anchovy"),
    // British.
    ("courgette", "Courgette / zucchini, "),
    ("aubergine", "Aubergine / eggplant, "),
    ("rocket", "Rocket / arugula"),
    ("swede", "Swede / rutabaga"),
    ("spring onion", "Spring onion"),
    ("beetroot", "Beetroot, "),
    ("porridge", "Porridge / oatmeal"),
    ("crisps", "Potato crisps"),
    ("jacket potato", "Baked potato / jacket potato"),
    ("mince", "Beef mince"),
    ("prawns", "Prawns / shrimp"),
    ("fish fingers", "Fish fingers"),
    ("digestives", "Digestive biscuit"),
    ("double cream", "Double / heavy cream"),
    ("semi skimmed milk", "Milk, semi-skimmed"),
    ("wholemeal toast", "Bread, wholemeal / whole wheat, toasted"),
    ("rapeseed oil", "Rapeseed"),
    ("sultanas", "Raisins, golden;Raisins"),
    ("gammon", "Ham;Gammon"),
    ("ice lolly", "Ice lolly;Popsicle;Frozen juice;Ice pop;Freezer pop"),
    ("jam", "Jam"),
    ("treacle", "Treacle;Molasses;Black treacle"),
    ("shepherds pie", "Shepherd's pie"),
    ("yorkshire pudding", "Yorkshire pudding"),
    ("black pudding", "Black pudding"),
    ("mange tout", "Mangetout"),
    // American.
    ("zucchini", "Courgette / zucchini, "),
    ("eggplant", "Aubergine / eggplant, "),
    ("arugula", "Rocket / arugula"),
    ("scallions", "Spring onions"),
    ("oatmeal", "Porridge / oatmeal;Oats"),
    ("french fries", "French fries"),
    ("ground beef", "Beef mince"),
    ("shrimp", "Prawns / shrimp"),
    ("heavy cream", "Double / heavy cream"),
    ("whole wheat bread", "Bread, wholemeal"),
    ("garbanzo beans", "Chickpeas"),
    ("cilantro", "Coriander leaves;Coriander leaf"),
    ("bell pepper", "Green pepper;Red pepper;Yellow pepper"),
    ("half and half", "Half and half;Cream, half;Single cream / half"),
    ("skim milk", "Milk, skimmed"),
    ("canola oil", "Rapeseed"),
    ("fava beans", "Broad beans"),
    ("cotton candy", "Cotton candy;Candy floss;Candyfloss"),
    ("navy beans", "Navy beans;White beans;Haricot"),
    // Foreign.
    ("chana", "Chickpea"),
    ("aloo gobi", "Potato;Cauliflower;Aloo;Curried potato;Vegetable curry"),
    ("palak paneer", "Palak Paneer"),
    ("rajma", "Kidney beans"),
    ("crème fraîche", "Creme fraiche"),
    ("jalapeño", "Jalapeno"),
    ("gruyère", "Gruyere"),
    ("roti", "Chapati;Roti"),
    ("miso soup", "Miso soup"),
    ("edamame", "Edamame"),
    ("pho", "Pho"),
    ("dal", "Dal"),
    ("tzatziki", "Tzatziki"),
    ("baba ganoush", "Baba;Aubergine dip;Aubergine / eggplant dip"),
    ("gazpacho", "Gazpacho"),
    ("prosciutto", "Ham, prosciutto;Parma ham"),
    ("calamari", "Squid"),
    ("nori", "Laver / nori"),
    ("pak choi", "Pak choi"),
    ("naan", "Naan bread"),
    ("bulgur", "Bulgur"),
    ("kombu", "Kelp / kombu"),
    ("café au lait", "Coffee with milk;Caffe latte;Cafe"),
    // Misspelt.
    ("brocolli", "Broccoli, "),
    ("bluberries", "Blueberries, raw"),
    ("yoghert", "Yogurt, "),
    ("avacado", "Avocado"),
    ("tumeric", "Turmeric"),
    ("cinamon", "Cinnamon"),
    ("spinich", "Spinach, "),
    ("zuchini", "Courgette / zucchini"),
    ("parmesean", "Parmesan"),
    ("mozarella", "Mozzarella"),
    ("expresso", "Espresso"),
    ("letuce", "Lettuce"),
    ("brussel sprouts", "Brussels sprouts"),
    ("sauerkraut juise", "Sauerkraut"),
    ("asparragus", "Asparagus"),
    ("cauliflour", "Cauliflower"),
    ("raddish", "Radish"),
    ("chedar chese", "Cheddar cheese"),
    ("pinapple", "Pineapple"),
    ("quinao", "Quinoa"),
    ("almnod milk", "Almond milk"),
    ("tomatoe", "Tomato"),
    ("mayonaise", "Mayonnaise"),
    ("hummous", "Hummus"),
    ("capuccino", "Cappuccino"),
    // Joined and split.
    ("chick peas", "Chickpeas"),
    ("cornflakes", "Corn flakes"),
    ("water melon", "Watermelon"),
    ("sweet corn", "Sweetcorn"),
    ("blue berries", "Blueberries, raw"),
    ("oatmilk", "Oat milk"),
    ("peanutbutter", "Peanut butter"),
    ("pop corn", "Popcorn"),
    ("grape fruit", "Grapefruit"),
    ("bran flakes", "Bran flakes"),
    ("pine apple", "Pineapple"),
    ("ryebread", "Rye bread"),
    ("buck wheat", "Buckwheat"),
    ("cream cheese", "Cream cheese"),
    ("greekyogurt", "Greek yogurt"),
    ("egg fried rice", "Fried rice;Rice, fried;Egg fried rice"),
    // Any order, several words.
    ("milk oat", "Oat milk"),
    ("raw carrot", "Carrots, raw"),
    ("baked beans", "Baked beans"),
    ("chocolate dark", "Dark chocolate"),
    ("smoked salmon", "Salmon, smoked"),
    ("boiled egg", "Egg, boiled"),
    ("brown rice cooked", "Brown rice, cooked"),
    ("roast chicken", "Chicken, roast;Roast chicken;Chicken, roasted"),
    ("coffee with milk", "Coffee with milk"),
    ("tea with milk", "Tea with milk"),
    ("grilled mackerel", "Mackerel, "),
    ("scrambled eggs", "Omelette / scrambled egg;Egg, cooked, scrambled;Egg omelet or scrambled"),
    ("tinned tuna", "Tuna, canned"),
    ("green tea", "Green tea"),
    ("apple cider vinegar", "Apple cider vinegar"),
    ("sparkling water", "Sparkling water"),
    ("peanut butter sandwich", "Peanut butter sandwich"),
    ("almond butter", "Almond butter"),
    ("orange juice", "Orange juice"),
    ("red lentils", "Lentils, ;Red lentil;Lentils"),
    ("sweet potato", "Sweet potato"),
    ("frozen peas", "Green peas, frozen;Peas, frozen"),
    ("cottage cheese", "Cottage cheese"),
    ("dark rye", "Rye bread;Bread, rye"),
    // Beginnings.
    ("blueb", "Blueberries, raw"),
    ("choc", "Milk chocolate;Dark chocolate;Chocolate"),
    ("strawb", "Strawberries, raw"),
    ("cauli", "Cauliflower"),
    ("avo", "Avocado"),
    ("mozz", "Mozzarella"),
    ("pistach", "Pistachio"),
    // Brand-like.
    ("coke", "Cola"),
    ("pepsi", "Cola"),
    ("diet coke", "Cola, diet;Cola, sugar;Diet cola;Soft drink, cola, diet;Cola (diet;Cola, "),
    ("red bull", "Energy drink (Red Bull)"),
    ("nutella", "Chocolate hazelnut spread"),
    ("marmite", "Yeast extract spread"),
    ("philadelphia", "Cream cheese"),
    ("weetabix", "Wheat biscuit cereal (Weetabix;Weetabix"),
    ("rice krispies", "Crisped rice cereal"),
    ("cheerios", "Cheerios;Multigrain hoops;Oat hoops"),
    ("snickers", "Snickers"),
    ("big mac", "Big Mac;Double cheeseburger;Cheeseburger"),
    ("quorn", "Quorn"),
    ("heinz baked beans", "Baked beans"),
    ("ryvita", "Crispbread;Rye crisp;Ryvita"),
    ("activia", "Yogurt"),
    ("tabasco", "Hot sauce;Hot pepper sauce;Chilli sauce;Pepper sauce;Hot Thai"),
    ("kit kat", "Kit Kat;KIT KAT;Chocolate wafer;Wafer"),
    ("m&ms", "M&M;Milk chocolate candy, M&M"),
    ("doritos", "Tortilla chips"),
    ("oreo", "Chocolate sandwich;Sandwich biscuit;Oreo;Biscuit / cookie, chocolate, sandwich;Chocolate biscuit"),
    // Further ones, written after the order of hits was settled.
    ("parsnips", "Parsnip"),
    ("celeriac", "Celeriac"),
    ("gooseberries", "Gooseberries"),
    ("pumpkin seeds", "Pumpkin seeds"),
    ("linseeds", "Flaxseed;Flax seeds"),
    ("soya milk", "Soya milk"),
    ("soy milk", "Soya milk"),
    ("quinoa salad", "Quinoa"),
    ("lamb chops", "Lamb, chop"),
    ("corned beef", "Corned beef;Beef, corned;Beef, cured, corned"),
    ("horseradish", "Horseradish"),
    ("worcester sauce", "Worcestershire sauce"),
    ("paela", "Paella"),
    ("rattatouille", "Ratatouille"),
    ("mussles", "Mussel"),
    ("buter", "Butter"),
    ("tangerines", "Tangerine"),
    ("dragonfruit", "Dragon fruit"),
    ("rasberry", "Raspberries"),
    ("dark choclate", "Dark chocolate"),
    ("cous cous", "Couscous"),
    ("string beans", "Green beans"),
    ("hot dogs", "Hot dog"),
    ("popsicle", "Ice lolly;Ice pop;Popsicle;Frozen juice;Fruit juice bar"),
    ("candy floss", "Candy floss;Cotton candy"),
    ("poulet", "Chicken"),
    ("queso", "Cheese;Cheddar cheese;Mexican cheese;White cheese"),
    ("kartoffeln", "Boiled potato;Baked potato;Potato;Mashed potato"),
    ("sprite", "Soft drink, lemon;Lemon;Soft drink;Soda"),
    ("pringles", "Potato crisps"),
    ("macaroni cheese", "Macaroni"),
    ("fried rice", "Fried rice;Rice, fried"),
    ("diet cola", "Cola, ;Cola (;Diet cola;Soft drink, cola"),
    ("salted peanuts", "Peanuts, salted;Peanuts"),
    ("natural yoghurt", "Yogurt, plain"),
    ("ginger tea", "Ginger tea"),
    ("pickled onions", "Onion;Pickled onion;Onions, pickled"),
    ("red kidney beans", "Kidney beans;Red kidney beans"),
    ("walnutz", "Walnuts"),
    ("swiss chard", "Chard;Swiss chard"),
];

fn find(text: &str, limit: usize) -> Vec<(Hit, &'static Food)> {
    let table = FoodTable::get();
    let hits = table.index().find(text, limit, &|_| true, &|_| 0.0);
    hits.into_iter().map(|hit| (hit, table.food(hit.id).unwrap())).collect()
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let (mut first, mut among_five) = (0, 0);
    for (typed, meant) in PHRASES {
        let hits = find(typed, 5);
        let fits = |food: &Food| meant.split(';').any(|start| food.name.starts_with(start));
        let place = hits.iter().position(|(_, food)| fits(food));
        first += usize::from(place == Some(0));
        among_five += usize::from(place.is_some());
        if place != Some(0) {
            let names: Vec<&str> = hits.iter().map(|(_, food)| food.name).collect();
            println!("{} {typed:?}: {}", if place.is_some() { "not first:" } else { "not found:" }, names.join(" | "));
        }
    }
    let share = |count: usize| 100.0 * count as f64 / PHRASES.len() as f64;
    println!("{} phrases: first {:.1} %, among five {:.1} %", PHRASES.len(), share(first), share(among_five));
    assert!(PHRASES.len() >= 120);
    assert!(share(first) >= 90.0, "only {first} of {} phrases came first", PHRASES.len());
    assert!(share(among_five) >= 97.0, "only {among_five} of {} phrases were among five", PHRASES.len());
}

#[test]
fn what_a_person_eats_comes_first() {
    let table = FoodTable::get();
    let goat = find("milk", 500).into_iter().find(|(_, food)| food.name == "Goat milk").unwrap().1.id;
    let before = table.index().find("milk", 10, &|_| true, &|_| 0.0);
    assert_ne!(before[0].id, goat);
    let after = table.index().find("milk", 10, &|_| true, &|id| if id == goat { 0.9 } else { 0.0 });
    assert_eq!(after[0].id, goat);
}

#[test]
fn a_filter_leaves_only_what_it_names() {
    let table = FoodTable::get();
    let keep = |id: FoodId| table.food(id).is_some_and(|food| food.tags.has(Tag::Dairy) == Presence::No);
    let hits = table.index().find("milk", 10, &keep, &|_| 0.0);
    assert_eq!(hits.len(), 10);
    assert!(hits.iter().all(|hit| table.food(hit.id).unwrap().tags.dairy == Presence::No));
}

#[test]
fn many_kinds_of_milk_do_not_bury_the_rest() {
    let table = FoodTable::get();
    let hits = table.index().find("milk", 40, &|_| true, &|_| 0.0);
    let groups = grouped(&hits, 3, |id| table.food(id).map(|food| food.name));
    assert!(groups.len() >= 5, "{} kinds among 40 hits", groups.len());
    assert!(groups.iter().all(|group| (1..=3).contains(&group.hits.len())));
    assert_eq!(groups.iter().map(|group| group.hits.len() + group.more).sum::<usize>(), hits.len());
}

#[test]
fn anything_can_be_typed() {
    let long = "oats ".repeat(2_000);
    for text in
        ["", " ", "a", "%", "☕", "oats, (", "\u{0}", "ÀÉÎ", "1 2 3 4 5 6 7 8 9 10 11 12", "zzzzzzzz qqqqq", &long]
    {
        assert!(find(text, 10).len() <= 10);
    }
    assert!(find("", 10).is_empty());
    assert!(find("oats", 0).is_empty());
    let ids = |text| find(text, 5).into_iter().map(|(hit, _)| hit.id).collect::<Vec<_>>();
    assert_eq!(ids("  OATS!! "), ids("oats"));
}
