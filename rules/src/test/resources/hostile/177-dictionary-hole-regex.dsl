# words
[when]a customer=Customer()
[when]with {n:(a+)+}=Customer( orders >= {n} )
