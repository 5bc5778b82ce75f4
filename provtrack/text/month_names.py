"""Names of the months as printed in dates, with inflected forms and abbreviations.

In case folding, without the period of an abbreviation. Names that are two months in two languages
(Polish and Croatian ``listopad``) are left out in the rarer sense.
"""

_BY_MONTH = (
    "january jan january's января январь янв січня январе січні styczniu lednu січень студзеня "
    "январи јануар januar jänner "
    "janvier janv enero ene gennaio gen janeiro stycznia styczeń ledna leden január ianuarie "
    "januari januarii ianuarii januára januára ocak siječnja tammikuuta ιανουαρίου ינואר يناير "
    "जनवरी",
    "february feb febr февраля февраль фев февр лютого феврале lutym únoru лютий лютага февруари "
    "фебруар februar "
    "feber février févr fevrier febrero feb febbraio fevereiro fev lutego luty února únor február "
    "februarie februari februarii februára şubat veljače helmikuuta φεβρουαρίου פברואר فبراير "
    "شباط फ़रवरी फरवरी",
    "march mar марта март мар березня марте березні marcu březnu березень сакавіка март märz "
    "mars marzo março marco marca "
    "marzec března březen március martie maart martii mart ožujka maaliskuuta μαρτίου מרץ מרס "
    "مارس آذار मार्च",
    "april apr апреля апрель апр квітня апреле квітні kwietniu dubnu квітень красавіка април "
    "avril avr abril abr aprile "
    "kwietnia kwiecień dubna duben április aprilie aprilis apríla nisan travnja huhtikuuta "
    "απριλίου אפריל أبريل ابريل نيسان अप्रैल",
    "may мая май травня мае травні květnu травень мај mai mayo maggio mag maio maja května "
    "květen május mei maii "
    "mája mayıs svibnja toukokuuta μαΐου μαίου מאי مايو أيار मई",
    "june jun июня июнь июн червня июне червні czerwcu červnu червень чэрвеня юни јун juni juin "
    "junio giugno giu junho "
    "czerwca czerwiec června červen június iunie iunii junii júna haziran lipnja kesäkuuta "
    "ιουνίου יוני يونيو حزيران जून",
    "july jul июля июль июл липня июле липні lipcu červenci липень ліпеня юли јул juli juillet "
    "juil julio luglio lug julho "
    "lipca lipiec července červenec július iulie iulii julii júla temmuz srpnja heinäkuuta "
    "ιουλίου יולי يوليو تموز जुलाई",
    "august aug августа август авг серпня августе серпні sierpniu srpnu серпень жніўня август "
    "août aout agosto ago sierpnia "
    "sierpień srpna srpen augusztus augusti augustus augusta ağustos kolovoza elokuuta αυγούστου "
    "אוגוסט أغسطس آب अगस्त",
    "september sept sep сентября сентябрь сен сент вересня сентябре вересні wrześniu вересень "
    "верасня септември септембар "
    "septembre septiembre setiembre settembre setembro września wrzesień září szeptember "
    "septembrie septembris septembra eylül rujna syyskuuta σεπτεμβρίου ספטמבר سبتمبر أيلول सितंबर "
    "सितम्बर",
    "october oct октября октябрь окт жовтня октябре жовтні październiku říjnu жовтень "
    "кастрычніка октомври октобар oktober okt "
    "octobre octubre ottobre ott outubro października październik října říjen október "
    "octombrie octobris októbra ekim lokakuuta οκτωβρίου אוקטובר أكتوبر अक्टूबर अक्तूबर",
    "november nov ноября ноябрь ноя нояб ноябре листопада ноември новембар novembre noviembre "
    "novembro "
    "listopada listopad listopadu noiembrie novembris novembra kasım studenoga studenog "
    "marraskuuta νοεμβρίου נובמבר نوفمبر नवंबर नवम्बर",
    "december dec декабря декабрь дек грудня декабре грудні grudniu prosinci грудень снежня "
    "декември децембар dezember dez "
    "décembre déc decembre diciembre dic dicembre dezembro grudnia grudzień prosince prosinec "
    "decembrie decembris decembra aralık prosinca joulukuuta δεκεμβρίου דצמבר ديسمبر दिसंबर "
    "दिसम्बर",
)

MONTH_NAMES = {
    name: month for month, names in enumerate(_BY_MONTH, start=1) for name in names.split()
}
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
