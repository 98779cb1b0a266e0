/** The shapes of car makers' own part numbers: # is a digit, @ a capital letter. */
export const CAR_MAKERS: readonly { name: string; shapes: readonly string[] }[] = [
  { name: 'Renault', shapes: ['77012#####', '8200######', '4106#####R', '1520#####R'] },
  { name: 'Dacia', shapes: ['60015#####', '4020#####R'] },
  { name: 'Peugeot', shapes: ['####.@@', '98########'] },
  { name: 'Citroën', shapes: ['####.@@', '16########'] },
  { name: 'Volkswagen', shapes: ['03L ### ### @', '1K0 ### ### @', '5Q0 ### ### @', '04E ### ###'] },
  { name: 'Audi', shapes: ['8K0 ### ### @', '4G0 ### ###'] },
  { name: 'BMW', shapes: ['11 ## 7 ### ###', '34 ## 6 ### ###'] },
  { name: 'Mercedes-Benz', shapes: ['A 651 ### ## ##', 'A 204 ### ## ##'] },
  { name: 'Ford', shapes: ['1 ### ###', '2 ### ###'] },
  { name: 'Opel', shapes: ['93 ### ###', '13 ### ###'] },
  { name: 'Toyota', shapes: ['04###-@@@@#', '90###-#####'] },
  { name: 'Fiat', shapes: ['55######', '46######'] },
  { name: 'Hyundai', shapes: ['26###-#@###', '58###-#@###'] },
  { name: 'Kia', shapes: ['28###-#@###'] },
  { name: 'Nissan', shapes: ['15###-##@#@', '40###-##@##'] },
  { name: 'Volvo', shapes: ['31######', '30######'] },
]
