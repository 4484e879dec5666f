/**
 * Names that people are called by, to tell `Lex Fridman` from `Data Padding`. Left out is what means something
 * else as often: `Mark`, `Grace`, `April`, `Jordan`, `Ruby`, `Max`. Whoever is not in the list is told by how
 * people talk.
 */

const LATIN = new Set(
  `aaron abby abdul abel abhishek abigail abraham adam adele aditya adrian adriana agnes ahmad ahmed aiden
  aiko aisha ajay akash akira akshay alan albert alberto alejandro alessandro alex alexa alexander alexandra
  alexei alexis alfonso alfred alice alicia alison allan allen allison alvin alyssa amal amanda amelia amina
  amir amit amy ana anand andre andrea andreas andrei andrew andrés andy angela angelica angelina angus anil
  anita anjali ankit ann anna annabel anne annette annie anthony antoine anton antonio anuj anushka aparna
  archie ariana arianna arjun armando arnold arthur arturo arun arvind asha ashish ashley ashok astrid
  audrey ava ayesha barbara bart bastian beatrice becca becky ben benedict benjamin benoit bernard bernie
  beth betty beverly bianca bjorn björn blair bob bobby boris brad bradley brandon brenda brendan brent
  brett brian bridget britney brittany bruce bruno bryan bryce byron caitlin caleb calvin cameron camila
  camille carl carla carlos carmen carol carolina caroline carolyn carrie catherine cathy cecilia cedric
  celia chad chandra charles charlie charlotte chelsea cheryl chiara chloe chris christian christina
  christine christoph christophe christopher cindy claire clara clarence claudia clayton clementine cliff
  clifford clinton clive cody colin colleen connie connor conor constance corey cory courtney craig curtis
  cynthia damian damien dan dana daniel daniela daniele danielle danny daria darren dave david debbie
  deborah deepak deepika delia denis denise dennis derek devon diana diane diego dieter dilip dimitri dirk
  dmitri dmitry dominic dominik dominique donald donna doris dorothy doug douglas duncan dustin dwight dylan
  ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisa
  elisabeth elise elizabeth ella ellen ellie elliot elliott elon elsa emil emilia emilie emilio emily emma
  emmanuel enrique eric erica erich erik erika erin ernest ernesto ernst esteban esther ethan eugene eva
  evan eve evelyn fabian fabio fabrice fatima felicia felipe felix fernando filip filippo fiona florian
  frances francesca francesco francis francisco franco franklin franz françois fred freddie frederic
  frederick frida friedrich fritz gabriel gabriela gabriella gareth gary gavin geoff geoffrey george gerald
  gerard gerhard giacomo gianluca gilbert gina giorgio giovanni giulia giuseppe gloria gordon graham greg
  gregor gregory greta guido guillaume guillermo gunther gus gustav gustavo gwen hailey hana hannah hans
  harald hari harold harriet harry harsh haruki harvey hassan hector heidi heinrich helen helena helene
  helga henri henrik henry herbert herman hilary hillary hiroshi howard hubert hugh hugo hussein ian ibrahim
  igor ilan ilya ines ingrid irene irina isaac isabel isabella isabelle ishaan ismail ivan jack jackie
  jackson jacob jacqueline jacques jaime jake james jamie jana jane janet janice jared jason jasper javier
  jay jayne jean jeanne jeff jeffrey jen jenna jennifer jenny jeremiah jeremy jerod jerome jerry jesse
  jessica jessie jill jim jimmy jin joan joana joanna joanne joaquin joe joel joey johan johanna johannes
  john johnny jon jonah jonas jonathan jonny jorge jose josef joseph josephine josh joshua josé juan juanita
  judith judy jules julian juliana julie juliet julio julius justin justine jürgen kai kamala karen karim
  karin karl karla karthik kate katerina katherine kathleen kathryn kathy katie katrina kavya kay kayla
  keith kelly kelsey ken kenji kenneth kenny kent kevin khalid kim kimberly kiran kirill kirk kirsten klaus
  konrad konstantin kris krishna kristen kristin kristina kumar kurt kyle lara lars laszlo laura lauren
  laurence laurent laurie lawrence leah lee leila lena lenny leo leon leonard leonardo leonie leroy leslie
  lev lewis lex li liam lidia lila lillian linda lindsay lindsey linus lionel lisa liz lloyd lois lorenzo
  loretta lori lorraine lou louis louisa louise luc luca lucas lucia lucie lucy luigi luis luisa lukas luke
  lydia lyn lynn maeve magnus mahesh malcolm malik manish manuel manuela marc marcel marcela marcello
  marcelo marcia marco marcos marcus margaret margarita margot maria mariah mariam marian mariana marianne
  marie marilyn mario marion marissa marius marjorie marlene marta martha martin martina marty marvin mary
  massimo mat mateo mathew mathias mathieu mathilde matt matteo matthew matthias matthieu maureen maurice
  mauricio maxim maxime maximilian maya meera megan mehmet melanie melinda melissa meredith mia micah
  michael michaela michal michel michele michelle miguel mikael mike mikhail mila milan milena milton mindy
  mira miriam mitch mitchell mohamed mohammad mohammed mohan moira molly monica monika morgan moritz
  muhammad murray nadia nadine nancy naomi narendra natalia natalie natasha nate nathan nathaniel neal neha
  neil nelson nicholas nick nicky nicola nicolas nicole nigel nik nikhil nikita niklas nikola nikolai
  nikolas nina nir nisha nitin noah noam noel nora norman octavia oleg olga oliver olivia omar oscar oskar
  otto owen pablo paige pam pamela paolo patricia patrick patrik paul paula paulina pauline paulo pavel
  pedro peggy penelope pete peter petr petra phil philip philipp philippe phillip phoebe pierre pieter pooja
  pradeep prakash pranav prasad prashant priya priyanka rachel radhika rafael rahul raj rajesh rajiv ralph
  ramesh ramon randall randy raphael raquel rashid raul ravi raymond rebecca reinhard rekha renata renee
  rené reza ricardo riccardo richard rick ricky rita ritu rob robert roberta roberto rodney rodrigo roger
  rohan rohit roland rolf roman ron ronald ronnie rosa rosalind rosie ross roxanne roy rudolf rudy rupert
  russ russell ruth ryan sabine sabrina sachin sally salma salvador sam samantha samir samuel sandeep sandra
  sanjay santiago sara sarah sasha satoshi saul scott sean sebastian serena serge sergei sergey sergio seth
  shannon sharon shaun shawn sheila shelby shelley sheryl shirley shiv shreya shyam siddharth sidney silvia
  simon simone sindre sofia sonia sonja sophia sophie srinivas stacy stan stanislav stanley stefan stefano
  stella steph stephan stephanie stephen steve steven stewart stuart sunil suresh surya susan susana susanne
  susie suzanne sven svetlana swati sylvia sylvie takashi takeshi tamara tammy tania tanya tara tariq
  tatiana taylor ted teresa terrence terry tessa thanh theo theodore theresa thiago thierry thomas thorsten
  tiago tiffany tim timothy tina tobias toby todd tom tomas tommy tomás toni tony tracey tracy travis trevor
  tricia trisha tyler uma ursula uwe valentin valentina valerie vanessa varun vernon veronica vicky victor
  victoria vijay vikram viktor vincent vinod vishal vitalik vitaly vivek vivian viviana vlad vladimir walter
  wanda warren wayne wei wendy werner wes wesley whitney wilhelm willem william willie wilma winston
  wolfgang xavier xiao yael yan yann yannick yara yasmin yoko yolanda yosef yoshi youssef yu yuki yuri yusuf
  yves yvette yvonne zach zachary zack zara zhang zoe zoé`.split(/\s+/),
);

/** Whether `word` is what people are called by, in Latin letters; in any case. */
export function isGivenName(word: string): boolean {
  return LATIN.has(word.toLowerCase());
}
